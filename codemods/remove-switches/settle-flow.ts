import type { Kept } from '@ffsd/changes';
import type { KeptCode } from './kept-code.ts';
import type { Session } from './session.ts';

/** Where a value was noted to go on to. */
export interface FlowPlace {
  readonly path: string;
  /** Counted from 1, in the text before the first change. */
  readonly lines: Iterable<number>;
  readonly code: KeptCode;
  /** What it goes to, as the note may name it, where another value may go on from the same line. By default every note of the line is meant. */
  readonly names?: readonly string[];
}

/**
 * Gives a value that went on its outcome: nothing is left to be told once all its uses are folded; else why some are not.
 *
 * @param left why not all of its uses are folded, as a sentence; undefined when all are
 */
export function settleFlow(session: Session, { path, lines, code, names }: FlowPlace, left: string | undefined): void {
  const isMeant = ({ because }: Kept) => names?.some((name) => because.includes(name)) ?? true;
  for (const line of new Set(lines)) {
    const told = session.kept.filter((one) => one.place.path === path && one.place.line === line && one.code === code);
    // What was said in these words already needs no saying again.
    if (!told.some(isMeant) || told.some(({ because }) => because === left)) continue;
    const place = { path, line };
    session.release({ place, code });
    for (const one of told) if (!isMeant(one)) session.keep({ ...one, code });
    if (left !== undefined) session.keep({ place, code, because: left });
  }
}
