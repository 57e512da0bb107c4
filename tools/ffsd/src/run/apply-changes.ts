import type { ChangeSet } from '@ffsd/changes';
import { openJournal } from '@ffsd/journal';

/** Writes a run and gives its id in the journal. */
export function applyChanges(root: string, set: ChangeSet, command: string): string | undefined {
  return openJournal(root).apply(set, { command })?.run;
}
