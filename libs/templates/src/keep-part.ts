import type { Edit } from '@ffsd/edits';
import { beginsLine, indentOf, isBlankLine, lineStart, nextLine } from '@ffsd/edits';
import type { Trims, Where } from './remove-part.ts';
import { removePart } from './remove-part.ts';
import type { Span } from './span.ts';

/** How the kept part of a block takes its place. */
export interface Keeping {
  readonly where: Where;
  /** The white space that the tag before the kept part takes with it, and the one behind it. */
  readonly head?: Trims;
  readonly tail?: Trims;
  /** Whether the beginning of the line at the offset is content, such as in `<pre>`, and no indentation. */
  isContent?(offset: number): boolean;
}

/** Puts a part of a block in the place of the whole, with the indentation of the whole. */
export function keepPart(text: string, whole: Span, kept: Span, keeping: Keeping): readonly Edit[] {
  const { where, head, tail } = keeping;
  if (where !== 'exact' && text.slice(kept.start, kept.end).trim() === '') {
    return [removePart(text, whole, where, { before: head?.before ?? false, behind: tail?.behind ?? false })];
  }
  const first = removePart(text, { start: whole.start, end: kept.start }, where, head);
  const last = removePart(text, { start: kept.end, end: whole.end }, where, tail);
  const lines =
    where !== 'lines' && where !== 'exact' ? dedent(text, whole, { start: first.end, end: last.start }, keeping) : [];
  return [first, ...lines, last].filter((edit) => edit.start !== edit.end || edit.text !== '');
}

/** Moves the lines of what is kept to the left, when they stood deeper than the tag around them. */
function dedent(text: string, whole: Span, kept: Span, { isContent }: Keeping): readonly Edit[] {
  const lines: number[] = [];
  for (let at = lineStart(text, kept.start); at < kept.end; at = nextLine(text, at)) {
    if (at >= kept.start && !isBlankLine(text, at)) lines.push(at);
    if (nextLine(text, at) === at) break;
  }
  if (!beginsLine(text, whole.start) || lines.length === 0) return [];
  const to = indentOf(text, whole.start);
  const from = indentOf(text, lines[0]!);
  if (!from.startsWith(to) || from === to) return [];
  const surplus = from.length - to.length;
  return lines.flatMap((at): readonly Edit[] => {
    if (isContent?.(at)) return [];
    const indent = indentOf(text, at);
    // A line that is indented less than the first keeps what it has beyond the tag.
    const gone = indent.startsWith(to) ? Math.min(surplus, indent.length - to.length) : 0;
    return gone > 0 ? [{ start: at + to.length, end: at + to.length + gone, text: '' }] : [];
  });
}
