import type { Edit } from '@ffsd/edits';
import { invert, mapOffset } from '@ffsd/edits';

/** Where an offset of the text after the edits lay in the text before them. */
export function mapBack(edits: readonly Edit[], offset: number): number {
  // Only the positions of the inverse are needed, so any text of the right length will do.
  const length = Math.max(0, ...edits.map(({ end }) => end));
  return mapOffset(invert(' '.repeat(length), edits), offset, 'before');
}
