import { conflicts } from './conflict.ts';
import type { Edit } from './edit.ts';
import { inOrder } from './in-order.ts';
import { shiftOver } from './shift-over.ts';

/**
 * `edits` moved onto the text after `over`; both were made for the same text. Undefined where they conflict
 * (see {@link conflicts}).
 *
 * ```text
 * rebase(a, b) = a' and rebase(b, a) = b'   =>   b, then a'   gives the same text as   a, then b'
 * ```
 *
 * @throws OverlapError when one of the lists overlaps itself.
 */
export function rebase(edits: readonly Edit[], over: readonly Edit[]): readonly Edit[] | undefined {
  return shiftOver(inOrder(edits), inOrder(over), conflicts);
}
