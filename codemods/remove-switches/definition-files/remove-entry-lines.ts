import type { Edit } from '@ffsd/edits';

/**
 * Removes the lines from `start` to `end`, and the comment right above them when it belongs to them alone.
 *
 * A comment above several entries in a row is their heading:
 *
 * ```yaml
 * # Checkout
 * new-checkout: true
 * one-page: false      # the heading is still right when new-checkout goes
 * ```
 *
 * @param comment matches a line that is a comment
 */
export function removeEntryLines(text: string, start: number, end: number, comment: RegExp): Edit {
  const first = text.lastIndexOf('\n', start - 1) + 1;
  const next = text.indexOf('\n', Math.max(end, first));
  const after = next < 0 ? text.length : next + 1;
  let from = first;
  for (let above = lineAbove(text, from); above !== undefined && comment.test(above); above = lineAbove(text, from)) {
    from -= above.length;
  }
  const indent = indentOf(text.slice(first, after));
  const follower = text.slice(after, lineAfter(text, after));
  const hasNeighbour = follower.trim() !== '' && !comment.test(follower) && indentOf(follower) === indent;
  if (hasNeighbour) from = first;
  // Of two blank lines that would meet, one goes.
  const isBlankAbove = from === 0 || lineAbove(text, from)?.trim() === '';
  if (isBlankAbove && next >= 0 && after < text.length && follower.trim() === '') {
    return { start: from, end: lineAfter(text, after), text: '' };
  }
  // The last line of a file without a final line end takes the one before with it.
  const begin = next < 0 && from > 0 && after === text.length ? from - (text[from - 2] === '\r' ? 2 : 1) : from;
  return { start: begin, end: after, text: '' };
}

/** With its line end; undefined above the first line. */
function lineAbove(text: string, lineStart: number): string | undefined {
  if (lineStart === 0) return undefined;
  return text.slice(text.lastIndexOf('\n', lineStart - 2) + 1, lineStart);
}

function lineAfter(text: string, lineStart: number): number {
  const end = text.indexOf('\n', lineStart);
  return end < 0 ? text.length : end + 1;
}

function indentOf(line: string): string {
  return /^[ \t]*/.exec(line)![0];
}
