import type { ChangeSet } from '@ffsd/changes';
import type { Terminal } from '../terminal.ts';
import type { CommandOutcome } from '../verify/run-commands.ts';
import type { RunOptions } from './run-options.ts';
import { yesOrNo } from './says-yes.ts';

export interface Written {
  readonly set: ChangeSet;
  readonly outcomes: readonly CommandOutcome[];
  /** False when it was taken back at once, because a command fails since. */
  readonly stays: boolean;
}

interface WriteJob {
  readonly root: string;
  readonly set: ChangeSet;
  /** As somebody would type it again. */
  readonly command: string;
  /** That must go on to pass. */
  readonly commands: readonly string[];
  readonly canAsk: boolean;
}

/** Writes a run. Commands that are to be trusted run before and after; when one fails since, a way back is offered. */
export async function writeRun(
  { root, set, command, commands, canAsk }: WriteJob,
  terminal: Terminal,
  { quiet }: RunOptions,
): Promise<Written> {
  const say = (text: string) => {
    if (!quiet) terminal.note(text);
  };
  const end = commands.length > 0 ? await begin(root, commands, say) : undefined;
  const { applyChanges } = await import('./apply-changes.ts');
  const id = applyChanges(root, set, command);
  say(`Written. Take it back with: ffsd undo ${id}`);
  const { outcomes, set: told } = (await end?.(set)) ?? { outcomes: [], set };
  const broken = outcomes.filter((one) => one.broken);
  for (const { text } of outcomes.filter((one) => !one.broken)) say(`${text}.`);
  // What went wrong is said to those who asked for quiet, too.
  for (const { text, output } of broken) terminal.note(`${output}\n${text}.`);
  if (broken.length === 0 || id === undefined) return { set: told, outcomes, stays: true };
  const takesBack = canAsk && (await yesOrNo('Take the changes back? (y/n) ', terminal));
  if (takesBack) {
    const { openJournal } = await import('@ffsd/journal');
    openJournal(root).undo([id], { command: 'ffsd undo' });
    terminal.note('Taken back.');
  } else {
    terminal.note(`Take the changes back with: ffsd undo ${id}`);
  }
  return { set: told, outcomes, stays: !takesBack };
}

async function begin(root: string, commands: readonly string[], say: (text: string) => void) {
  const { beginCommands } = await import('../verify/verified-write.ts');
  return beginCommands(root, commands, say);
}
