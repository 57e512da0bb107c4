import type { ChangeSet } from '@ffsd/changes';

export async function applyChanges(_root: string, _set: ChangeSet, _command: string): Promise<string> {
  throw new Error('writing waits for the journal');
}
