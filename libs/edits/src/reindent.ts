import type { Edit } from './edit.ts';
import { indentOf, isBlankLine, nextLine } from './layout.ts';

/**
 * Moves the lines that begin behind `start` and up to `end` from one indentation to another. A line that is indented less than the rest, a
 * comment or the inside of brackets, keeps what it has.
 *
 * @param isContent whether the beginning of a line is content, because it lies inside a text that goes over several lines
 */
export function reindent(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  { from, to }: { readonly from: string; readonly to: string },
  isContent: (offset: number) => boolean,
): Edit[] {
  if (from === to) return [];
  const edits: Edit[] = [];
  for (let at = nextLine(text, start); at < end; at = nextLine(text, at)) {
    if (!isBlankLine(text, at) && !isContent(at)) edits.push(...moveLine(text, at, from, to));
  }
  return edits;
}

function moveLine(text: string, at: number, from: string, to: string): Edit[] {
  const indent = indentOf(text, at);
  if (!from.startsWith(to)) return indent.startsWith(from) ? [{ start: at, end: at + from.length, text: to }] : [];
  if (!indent.startsWith(to)) return [];
  const gone = commonPrefix(indent.slice(to.length), from.slice(to.length));
  return gone ? [{ start: at + to.length, end: at + to.length + gone, text: '' }] : [];
}

function commonPrefix(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length++;
  return length;
}
