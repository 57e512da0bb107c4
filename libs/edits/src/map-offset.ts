import type { Edit } from './edit.ts';
import { inOrder } from './in-order.ts';

/**
 * Where an offset of the text before the edits lies in the text after them.
 *
 * An offset inside a replaced range has no place of its own; `side` says to which end of the new text it goes. The same
 * holds at an insertion: `before` stays in front of the inserted text, `after` goes behind it.
 *
 * @throws OverlapError when two edits want the same characters.
 */
export function mapOffset(edits: readonly Edit[], offset: number, side: 'before' | 'after'): number {
  let shift = 0;
  for (const { start, end, text } of inOrder(edits)) {
    if (start > offset || (start === offset && (side === 'before' || end > start))) break;
    if (end > offset) return start + shift + (side === 'before' ? 0 : text.length);
    shift += text.length - (end - start);
  }
  return offset + shift;
}
