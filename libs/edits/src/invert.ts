import type { Edit } from './edit.ts';
import { inOrder } from './in-order.ts';

/**
 * The edits that turn `apply(source, edits)` back into `source`.
 *
 * @throws OverlapError when two edits want the same characters.
 */
export function invert(source: string, edits: readonly Edit[]): readonly Edit[] {
  let shift = 0;
  return inOrder(edits).map(({ start, end, text }) => {
    const undo = { start: start + shift, end: start + shift + text.length, text: source.slice(start, end) };
    shift += text.length - (end - start);
    return undo;
  });
}
