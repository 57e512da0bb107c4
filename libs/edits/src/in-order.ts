import type { Edit } from './edit.ts';
import { OverlapError } from './overlap-error.ts';
import { EditRangeError } from './range-error.ts';

/**
 * The edits sorted by position. Several insertions at one point keep the order in which they stand in the list; an insertion
 * at the start of a replaced range comes before it, one at its end after it.
 *
 * @throws OverlapError when two edits want the same characters, or one inserts inside what another replaces.
 * @throws EditRangeError when an edit ends before it starts.
 */
export function inOrder(edits: readonly Edit[]): readonly Edit[] {
  for (const edit of edits) {
    if (!(Number.isInteger(edit.start) && Number.isInteger(edit.end) && edit.start >= 0 && edit.start <= edit.end)) {
      throw new EditRangeError(edit);
    }
  }
  // Sorting is stable, so equal insertions keep their order.
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  for (const [index, edit] of sorted.entries()) {
    const before = sorted[index - 1];
    if (before !== undefined && before.end > edit.start) throw new OverlapError(before, edit);
  }
  return sorted;
}
