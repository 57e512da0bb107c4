import type { Edit } from '@ffsd/edits';
import { diffLines } from 'diff';

/**
 * Edits that turn `before` into `after`, in whole lines: what somebody did to a file, as far as two states of it can tell.
 *
 * Whole lines on purpose. Finer edits would let two people's changes of one line pass each other, and the line that comes out was
 * written by neither.
 */
export function diffEdits(before: string, after: string): readonly Edit[] {
  if (before === after) return [];
  const edits: Edit[] = [];
  let position = 0;
  let start = 0;
  let text = '';
  const flush = (): void => {
    if (start < position || text !== '') edits.push({ start, end: position, text });
    text = '';
  };
  for (const part of diffLines(before, after)) {
    if (part.added) text += part.value;
    else if (part.removed) position += part.value.length;
    else {
      flush();
      position += part.value.length;
      start = position;
    }
  }
  flush();
  return edits;
}
