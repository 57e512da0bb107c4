import type { Edit } from './edit.ts';
import { inOrder } from './in-order.ts';
import { EditRangeError } from './range-error.ts';

/**
 * The text after the edits. All offsets are those of `source`, so the order of the list does not matter.
 *
 * @throws OverlapError when two edits want the same characters.
 * @throws EditRangeError when an edit lies outside the text.
 */
export function apply(source: string, edits: readonly Edit[]): string {
  let result = '';
  let position = 0;
  for (const edit of inOrder(edits)) {
    if (edit.end > source.length) throw new EditRangeError(edit, source.length);
    result += source.slice(position, edit.start) + edit.text;
    position = edit.end;
  }
  return result + source.slice(position);
}
