import { lineTable } from '@ffsd/edits';
import type { Disagreement } from '../errors/conflict-error.ts';

/** Says where a file is not what it should be; `found` is undefined when it is no text. */
export function firstDifference(path: string, expected: string | null, found: string | null | undefined): Disagreement {
  const whole = { path, line: undefined, expected: undefined, found: undefined };
  if (found === null) return { ...whole, because: 'is gone' };
  if (found === undefined) return { ...whole, because: 'is no longer a text' };
  if (expected === null) return { ...whole, because: 'is there already' };
  let offset = 0;
  while (offset < expected.length && expected[offset] === found[offset]) offset++;
  return {
    path,
    line: lineTable(found).lineOf(offset),
    expected: lineAt(expected, offset),
    found: lineAt(found, offset),
    because: 'differs',
  };
}

function lineAt(text: string, offset: number): string {
  const lines = lineTable(text);
  const line = lines.lineOf(Math.min(offset, text.length));
  return text.slice(lines.startOf(line), lines.endOf(line));
}
