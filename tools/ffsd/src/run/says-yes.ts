import type { ChangeSet } from '@ffsd/changes';
import type { Terminal } from '../terminal.ts';

/** Asks whether the changes that were shown shall be written. Anything but yes and no is asked again. */
export async function saysYes({ steps }: ChangeSet, terminal: Terminal): Promise<boolean> {
  const what = steps.length === 1 ? 'this change' : `these ${steps.length} changes`;
  for (;;) {
    const answer = await terminal.ask(`Write ${what}? (y/n) `);
    if (/^y(es)?$/i.test(answer)) return true;
    if (/^(no?)?$/i.test(answer)) return false;
  }
}
