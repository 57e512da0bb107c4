import { type Change, sequence } from '@ffsd/changes';
import { onTestFinished } from 'vitest';
import { openJournal } from './open-journal.ts';
import { replacing, sampleChange, sampleWorkspace } from './sample-workspace.ts';

export const ten = Array.from({ length: 10 }, (_, index) => `line ${index + 1}\n`).join('');

/** A workspace with a journal, gone when the test ends. */
export function openSample(files: Readonly<Record<string, string>>) {
  const workspace = sampleWorkspace(files);
  onTestFinished(workspace.dispose);
  const journal = openJournal(workspace.root);
  const apply = (...changes: Change[]) => journal.apply(sequence(workspace.get, changes), { command: 'ffsd sample' })!;
  return { workspace, journal, apply };
}

/** Three independent changes in one file: `c3`, `c5` and `c7`, each of the line of its number. */
export function threeInOne() {
  const opened = openSample({ 'a.ts': ten });
  const change = (n: number) => sampleChange(`c${n}`, [replacing(ten, 'a.ts', `line ${n}`, `LINE ${n}!`)]);
  opened.apply(change(3), change(5), change(7));
  return opened;
}
