import type { Edit } from '@ffsd/edits';
import { invert, mapOffset } from '@ffsd/edits';

/**
 * Where an offset of the text after the edits lay in the text before them.
 *
 * @param side which side of removed text an offset at its place belongs to; what begins there belongs behind it
 */
export function mapBack(edits: readonly Edit[], offset: number, side: 'before' | 'after' = 'before'): number {
  return mapOffset(inverseOf(edits), offset, side);
}

/** The inverse, made once: a file is asked for the origin of each of its names. */
function inverseOf(edits: readonly Edit[]): readonly Edit[] {
  let inverse = inverses.get(edits);
  if (!inverse) {
    // Only the positions are needed, so any text of the right length will do.
    const length = Math.max(0, ...edits.map(({ end }) => end));
    inverse = invert(' '.repeat(length), edits);
    inverses.set(edits, inverse);
  }
  return inverse;
}

const inverses = new WeakMap<readonly Edit[], readonly Edit[]>();
