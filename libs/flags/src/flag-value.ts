import { InvalidValueError } from './invalid-value-error.ts';
import type { ReadShape } from './read-shape.ts';

/** The value that a flag is settled to. */
export type FlagValue = boolean | number | string | null | readonly FlagValue[] | { readonly [key: string]: FlagValue };

/**
 * Reads a value as it is written on a command line: `true`, `false`, `null`, a number, JSON, or else a plain string.
 *
 * @throws InvalidValueError for what begins as JSON and is none, and for `True`, which would be taken as a string and then be true
 *   whatever was meant
 */
export function parseFlagValue(text: string): FlagValue {
  const trimmed = text.trim();
  if (/^(?:true|false|null)$/i.test(trimmed) && trimmed !== trimmed.toLowerCase()) {
    const hint = `Write ${trimmed.toLowerCase()}, or "${trimmed}" with its quotation marks for the string.`;
    throw new InvalidValueError(`${trimmed} is neither ${trimmed.toLowerCase()} nor a string in quotation marks`, hint);
  }
  if (/^(?:true|false|null|[{["].*)$/s.test(trimmed)) return parseJson(trimmed);
  // 1.0 is the name of a version, not the number 1: only a number that is written as JavaScript writes it is one.
  if (String(Number(trimmed)) === trimmed && Number.isFinite(Number(trimmed))) return Number(trimmed);
  return text;
}

/** The value as a read of this shape yields it; undefined when the read cannot yield it. */
export function valueAtRead(shape: ReadShape, settled: FlagValue): FlagValue | undefined {
  const value = typeof settled === 'boolean' && shape.values ? shape.values[`${settled}`] : settled;
  switch (shape.yields) {
    case undefined:
      return value;
    case 'truth':
      // An empty list is true to JavaScript and false to Python, and a flag with a structure in it is seldom asked whether it is on.
      return typeof value === 'object' && value !== null ? undefined : Boolean(value);
    case 'payload':
      return typeof value === 'boolean' ? undefined : value;
    case 'integer':
      return Number.isInteger(value) ? value : undefined;
    case 'float':
      // The service turns 1 into 1.0, which prints otherwise, and the literal would say 1.
      return typeof value === 'number' && !Number.isInteger(value) ? value : undefined;
    case 'text':
      return typeof value === 'string' ? value : JSON.stringify(value);
    case 'object':
      // LaunchDarkly's jsonVariation and OpenFeature's getObjectValue give any JSON value.
      return value;
    case 'boolean':
    case 'string':
    case 'number':
      return typeof value === shape.yields ? value : undefined;
    default:
      return shape.yields satisfies never;
  }
}

function parseJson(text: string): FlagValue {
  try {
    return JSON.parse(text) as FlagValue;
  } catch (error) {
    throw new InvalidValueError(
      `the value begins as JSON, but ${(error as Error).message}`,
      'Quote it for the shell in single quotation marks, or leave { [ and " away for a plain string.',
    );
  }
}
