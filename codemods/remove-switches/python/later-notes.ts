import type { Kept } from '@ffsd/changes';
import type { KeptCode } from '../kept-code.ts';
import type { Session } from './session.ts';

/** Takes a note of what is left alone for now; it counts when nothing changes any more. */
export type Note = (kept: Kept & { readonly code: KeptCode }) => void;

const noted = new WeakMap<Session, (Kept & { readonly code: KeptCode })[]>();

/**
 * Notes that hold until the next round: what only tests use now may be used by nobody once these are gone. What was noted the round
 * before is taken back.
 */
export function notesOfRound(session: Session): Note {
  for (const kept of noted.get(session) ?? []) session.release(kept);
  const notes: (Kept & { readonly code: KeptCode })[] = [];
  noted.set(session, notes);
  return (kept) => {
    notes.push(kept);
    session.keep(kept);
  };
}
