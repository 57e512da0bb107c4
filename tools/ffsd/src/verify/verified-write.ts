import type { ChangeSet } from '@ffsd/changes';
import type { CommandOutcome, CommandResult } from './run-commands.ts';

export interface VerifiedWrite {
  /** The commands that passed before and fail now are marked. */
  readonly outcomes: readonly CommandOutcome[];
  /** The run with the outcomes as evidence on each change. */
  readonly set: ChangeSet;
}

/** The commands of ffsd.json, run on the files as they are, and again after something was written. */
export async function beginCommands(
  root: string,
  commands: readonly string[],
  note: (text: string) => void,
): Promise<(set: ChangeSet) => Promise<VerifiedWrite>> {
  const { compareResults, runCommands } = await import('./run-commands.ts');
  const say = (when: string) => (command: string) => note(`Running ${command} ${when} …`);
  const before: readonly CommandResult[] = await runCommands(root, commands, say('before the changes'));
  return async (set) => {
    const outcomes = compareResults(before, await runCommands(root, commands, say('after the changes')));
    const evidence = outcomes.map(({ text }) => ({ kind: 'command', text }));
    const steps = set.steps.map((step) => ({
      ...step,
      change: { ...step.change, evidence: [...step.change.evidence, ...evidence] },
    }));
    return { outcomes, set: { ...set, steps } };
  };
}
