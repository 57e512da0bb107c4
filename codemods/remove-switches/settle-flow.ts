import type { Kept } from '@ffsd/changes';
import type { FlowKind } from './fold-result.ts';
import type { Session } from './session.ts';

/** Where a value was noted to go on to: the lines, counted from 1, of the text before the first change. */
export interface FlowPlace {
  readonly path: string;
  readonly lines: Iterable<number>;
  readonly code: FlowKind;
}

/**
 * Gives a value that went on its outcome: nothing is left to be told once all its uses are folded; else why some are not.
 *
 * @param left why not all of its uses are folded, as a sentence; undefined when all are
 */
export function settleFlow(session: Session, { path, lines, code }: FlowPlace, left: string | undefined): void {
  const wanted = new Set(lines);
  const isIt = (kept: Kept) => kept.place.path === path && kept.code === code && wanted.has(kept.place.line);
  for (const { place } of session.kept.filter(isIt)) {
    session.release({ place, code });
    if (left !== undefined) session.keep({ place, code, because: left });
  }
}
