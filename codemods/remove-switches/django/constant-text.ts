import type { Constant } from '@ffsd/fold';
import type { Dialect } from '@ffsd/templates';

/** The constant as an expression of a template; undefined where it has none. */
export function constantText(value: Constant, dialect: Dialect, quote: '"' | "'"): string | undefined {
  switch (typeof value) {
    case 'boolean':
      // Django knows only the first spelling, Jinja both.
      return dialect === 'jinja' ? String(value) : value ? 'True' : 'False';
    case 'number':
      return Number.isFinite(value) ? String(value) : undefined;
    case 'string': {
      if (/[\\\r\n]|%\}|\}\}/.test(value)) return undefined;
      const sign = value.includes(quote) ? (quote === '"' ? "'" : '"') : quote;
      return value.includes(sign) ? undefined : sign + value + sign;
    }
    case 'undefined':
      return undefined;
    default:
      return value === null ? (dialect === 'jinja' ? 'none' : 'None') : undefined;
  }
}

/** What `{{ value }}` shows; undefined where that depends on more than the value, such as on what is escaped. */
export function shownText(value: Constant): string | undefined {
  switch (typeof value) {
    case 'boolean':
      return value ? 'True' : 'False';
    case 'number':
      // Django may write 1000 as 1,000, and 0.5 as 0,5.
      return Number.isInteger(value) && Math.abs(value) < 1000 ? String(value) : undefined;
    case 'string':
      return /[<>&"'{}\\]/.test(value) ? undefined : value;
    case 'undefined':
      return undefined;
    default:
      return value === null ? 'None' : undefined;
  }
}
