import type { Constant } from '@ffsd/fold';

/** What Vue shows of a value; undefined where that is more than one word. */
export function shownText(value: Constant): string | undefined {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? undefined : String(value);
}

/** Whether the text means itself between tags. White space at its edges could be taken for that of the markup. */
export function plainIn(text: string): boolean {
  return /^[^\s<>&{}](?:[^\r\n<>&{}]*[^\s<>&{}])?$/.test(text) && !/\s\s/.test(text);
}
