import type { Edit } from './edit.ts';
import { inOrder } from './in-order.ts';
import { rebase } from './rebase.ts';
import { shiftOver } from './shift-over.ts';

/** Two lists that have changed places. Apply `second`, then `first`. */
export interface Commuted {
  /** The later list, made for the text that the earlier was made for. */
  readonly second: readonly Edit[];
  /** The earlier list, made for the text after {@link second}. */
  readonly first: readonly Edit[];
}

/**
 * Lets two lists of edits, made one after the other, change places: `first` is on T, `second` on the text after it. The
 * result is the same two intentions the other way round, with the same text at the end. Undefined where that cannot be:
 * then the second depends on the first.
 *
 * ```text
 *        first                       T ── second' ──▶ ·
 *   T ────────▶ ·                                     │
 *               │ second        ⇒                     │ first'
 *               ▼                                     ▼
 *               R                                     R
 * ```
 *
 * Why this is the one question behind everything that makes a change reversible on its own:
 *
 * - Taking back a change in the middle of a run: let it change places with each later one until it is the last, and
 *   invert it there. What stays is the later ones as if it had never been.
 * - Applying only a part of a run: let what is wanted move to the front.
 * - Taking back after somebody edited the file: what they did is one more list of edits at the end.
 * - Finding dependencies: a change depends on the earlier ones that it cannot change places with.
 *
 * It is done in two steps. The second list is moved back onto T: this fails where it touches text that the first wrote,
 * or inserts exactly where the first left a gap, since a gap has no inside. Then both are on T, and the first is moved over the
 * second by {@link rebase}, whose rule of conflict is symmetrical. That makes changing places its own inverse: were an insertion
 * allowed to pass a deletion beside it in one direction (there, the deleted text still tells the order) it could not come back in the
 * other, and whether a change can be taken back would depend on the order in which the run was applied.
 *
 * The inverses of two lists that commute need not commute: two deleted neighbours leave two gaps at one point, and nothing
 * there tells which is first. So a change is moved forwards first and inverted last, never the other way round.
 *
 * @throws OverlapError when one of the lists overlaps itself.
 */
export function commute(first: readonly Edit[], second: readonly Edit[]): Commuted | undefined {
  const onSource = shiftOver(inOrder(second), backwards(first), overlapsOrSharesGap);
  if (onSource === undefined) return undefined;
  const moved = rebase(first, onSource);
  return moved && { second: onSource, first: moved };
}

/** What undoing `edits` would do to positions. The texts are only as long as what stood there; what they say is not needed. */
function backwards(edits: readonly Edit[]): readonly Edit[] {
  let shift = 0;
  return inOrder(edits).map(({ start, end, text }) => {
    const back = { start: start + shift, end: start + shift + text.length, text: ' '.repeat(end - start) };
    shift += text.length - (end - start);
    return back;
  });
}

function overlapsOrSharesGap(a: Edit, b: Edit): boolean {
  return (a.start < b.end && b.start < a.end) || (a.start === a.end && b.start === b.end && a.start === b.start);
}
