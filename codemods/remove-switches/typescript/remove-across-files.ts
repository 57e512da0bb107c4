import type { Kept } from '@ffsd/changes';
import type { KeptCode } from '../kept-code.ts';
import { deletedFiles } from './deleted-files.ts';
import { removeExported } from './remove-exported.ts';
import type { Note } from './remove-file.ts';
import { removeFiles } from './remove-file.ts';
import { removeListedMember } from './remove-listed-member.ts';
import { removeMethod } from './remove-method.ts';
import type { Session } from './session.ts';
import { noteUnusedDependencies } from './unused-dependencies.ts';

/**
 * Removes what no other file uses any more because of the changes so far: files, and exports of files that stay.
 *
 * @returns whether anything was removed
 */
export function removeAcrossFiles(session: Session, droppable: ReadonlySet<string>): boolean {
  let any = false;
  for (let again = true; again; any ||= again) {
    const note = startNotes(session);
    const files = removeFiles(session, note);
    again =
      removeExported(session, droppable, files.kept, note) ||
      files.any ||
      removeListedMember(session, note) ||
      removeMethod(session, note);
    if (!again) noteUnusedDependencies(session, note);
  }
  releaseDeleted(session);
  return any;
}

/** What was left alone the last time may go now, or stay for another reason. */
function startNotes(session: Session): Note {
  for (const one of noted.get(session) ?? []) session.release(one);
  const notes: Noted[] = [];
  noted.set(session, notes);
  return (one) => {
    notes.push(one);
    session.keep(one);
  };
}

type Noted = Kept & { readonly code: KeptCode };

const noted = new WeakMap<Session, readonly Noted[]>();

/** A file that is gone has one outcome: that it went. */
function releaseDeleted(session: Session): void {
  const deleted = deletedFiles(session);
  for (const one of [...session.kept]) {
    if (deleted.has(one.place.path)) session.release(one as Noted);
  }
}
