import type { ChangeSet } from '@ffsd/changes';
import type { Terminal } from '../terminal.ts';

/** Asks whether the changes that were shown shall be written. */
export function saysYes({ steps }: ChangeSet, terminal: Terminal): Promise<boolean> {
  return yesOrNo(`Write ${steps.length === 1 ? 'this change' : `these ${steps.length} changes`}? (y/n) `, terminal);
}

/** Anything but yes and no is asked again. */
export async function yesOrNo(question: string, terminal: Terminal): Promise<boolean> {
  for (;;) {
    const answer = await terminal.ask(question);
    if (/^y(es)?$/i.test(answer)) return true;
    if (/^(no?)?$/i.test(answer)) return false;
  }
}
