import type { SettledFlag } from '../language.ts';
import { notesOfRound } from './later-notes.ts';
import { removeContextEntries } from './remove-context-entries.ts';
import { removeEmptied } from './remove-emptied.ts';
import { removeKeyNames } from './remove-key.ts';
import { removeMembers } from './remove-members.ts';
import { removeOrphans } from './remove-orphans.ts';
import { removeOverrides } from './remove-override.ts';
import { removeParameter } from './remove-parameter.ts';
import { removeUnused } from './remove-unused.ts';
import type { Session } from './session.ts';
import { noteUnusedDistributions } from './unused-distributions.ts';

/**
 * Removes what nothing uses any more: first within each file, and when nothing is left to do there, across files.
 *
 * @param droppable names of calls that only exist to reach the flags
 * @returns whether anything was removed, so that it is worth to look again
 */
export function removeLeftovers(
  session: Session,
  paths: Iterable<string>,
  flags: readonly SettledFlag[],
  droppable: ReadonlySet<string>,
): boolean {
  let again = false;
  for (const path of paths) again = removeUnused(session, path, droppable) || again;
  for (const path of paths) again = removeParameter(session, path) || again;
  for (const flag of flags) again = removeKeyNames(session, flag) || again;
  if (again) return true;
  const note = notesOfRound(session);
  const removed =
    removeContextEntries(session, note) ||
    removeOverrides(session) ||
    removeOrphans(session, droppable, note) ||
    removeMembers(session, note) ||
    removeEmptied(session);
  if (!removed) noteUnusedDistributions(session, note);
  return removed;
}
