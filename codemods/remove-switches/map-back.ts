import type { Edit } from '@ffsd/edits';
import { invert, mapOffset } from '@ffsd/edits';

/**
 * Where an offset of the text after the edits lay in the text before them.
 *
 * @param side which side of removed text an offset at its place belongs to; what begins there belongs behind it
 */
export function mapBack(edits: readonly Edit[], offset: number, side: 'before' | 'after' = 'before'): number {
  // Only the positions of the inverse are needed, so any text of the right length will do.
  const length = Math.max(0, ...edits.map(({ end }) => end));
  return mapOffset(invert(' '.repeat(length), edits), offset, side);
}
