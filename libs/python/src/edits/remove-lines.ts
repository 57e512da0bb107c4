import type { Edit } from '@ffsd/edits';
import { endOfPreviousLine, isBlankLine, lineStart, nextLine } from '@ffsd/edits';
import type { SourceFile } from '../parse.ts';

/** What stands around the lines that go. */
export interface Neighbours {
  /** Whether nothing of the same block stands before. */
  readonly first: boolean;
  /** Whether nothing of the same block stands behind. */
  readonly last: boolean;
}

/**
 * Removes the lines from that of `start` to that of `end`, with the blank lines that would be too many.
 *
 * Where lines are left on both sides the larger of the two gaps stays, so that between two functions there are
 * two blank lines before and after. At the edge of a block the gap inside the block goes.
 */
export function removeLines({ text }: SourceFile, start: number, end: number, { first, last }: Neighbours): Edit {
  let from = lineStart(text, start);
  let to = nextLine(text, end);
  const before = blankLinesBefore(text, from);
  const behind = blankLinesBehind(text, to);
  const endsText = behind.offset === text.length;
  const gapBehind = first || (!last && behind.count <= before.count);
  if (endsText || gapBehind) to = behind.offset;
  if (endsText || !gapBehind) from = before.offset;
  // On a last line without a line break there is nothing behind to take: the break before goes instead.
  if (endsText && lineStart(text, to) !== to && from > lineStart(text, 0)) from = endOfPreviousLine(text, from);
  return { start: from, end: to, text: '' };
}

interface Gap {
  readonly count: number;
  /** Where the gap ends, seen from the lines that go. */
  readonly offset: number;
}

function blankLinesBefore(text: string, from: number): Gap {
  let offset = from;
  let count = 0;
  while (offset > lineStart(text, 0)) {
    const line = lineStart(text, endOfPreviousLine(text, offset));
    if (!isBlankLine(text, line)) break;
    offset = line;
    count++;
  }
  return { count, offset };
}

function blankLinesBehind(text: string, to: number): Gap {
  let offset = to;
  let count = 0;
  while (offset < text.length && isBlankLine(text, offset)) {
    offset = nextLine(text, offset);
    count++;
  }
  return { count, offset };
}
