import type { Constant, Truthiness } from './constant.ts';
import { isTruthy } from './constant.ts';

export type LoopKind = 'while' | 'do-while' | 'for';

export type LoopVerdict =
  /** The body never runs; the test runs once. */
  | 'never'
  /** The body runs exactly once, and nothing in it jumps to the loop. */
  | 'once'
  /** The constant stays as the test: an endless loop, or a body that leaves or continues the loop by a jump. */
  | 'stays';

/**
 * What becomes of a loop whose condition is a constant.
 *
 * @param jumps whether a `break` or `continue` in the body belongs to this loop:
 *   `do { if (q) break; a(); } while (false)` cannot lose its loop
 */
export function foldLoop(kind: LoopKind, value: Constant, jumps: boolean, truthiness?: Truthiness): LoopVerdict {
  if (isTruthy(value, truthiness)) return 'stays';
  if (kind !== 'do-while') return 'never';
  return jumps ? 'stays' : 'once';
}
