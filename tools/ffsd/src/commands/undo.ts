import { type OptionValues, resolveOptions } from '@ffsd/codemod';
import { type Journal, NothingToDoError, type RunSummary } from '@ffsd/journal';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { commandText } from '../run/command-text.ts';
import { findJournal } from '../run/find-journal.ts';
import { moveChanges } from '../run/move-changes.ts';
import { type RunOptions, readRunOptions } from '../run/run-options.ts';
import type { Terminal } from '../terminal.ts';
import { type UndoOptions, undoOptions } from './undo-options.ts';

/** Takes back changes, runs, or the last run. An interrupted run is finished with --resume and else taken back. */
export async function undo(given: OptionValues, terminal: Terminal): Promise<ExitCode> {
  const options = readRunOptions(given);
  const chosen: UndoOptions = resolveOptions(undoOptions, given, {});
  const { withDependants = false, resume = false, leaveChanged = false } = chosen;
  const { journal, root } = findJournal(options, terminal);
  const ids = [given.ids ?? []].flat().map(String);
  const unfinished = journal.log().find(({ state }) => state === 'unfinished');
  if (resume || (unfinished && ids.length === 0)) {
    return recover(journal, resume ? 'resume' : 'takeBack', leaveChanged, options, terminal);
  }
  const command = commandText(['ffsd', ...terminal.words]);
  const perform = (dryRun: boolean) => journal.undo(ids, { dryRun, withDependants, command });
  return moveChanges({ command: 'undo', root, verb: 'Take back', perform }, options, terminal);
}

/** Without asking first: half of a run is on the disk, and what is asked for is the way out of that. Only a dry run holds it back. */
function recover(
  journal: Journal,
  how: 'resume' | 'takeBack',
  leaveChanged: boolean,
  { dryRun, check, json, quiet }: RunOptions,
  terminal: Terminal,
): ExitCode {
  const unfinished = journal.log().find(({ state }) => state === 'unfinished');
  const isUndo = unfinished?.kind === 'undo';
  const verb = how === 'resume' || isUndo ? 'finished' : 'taken back';
  if (unfinished && (dryRun || check)) {
    terminal.note(`The interrupted run ${unfinished.id} would be ${verb}: ${unfinished.paths.join(', ')}`);
    return check ? exitCode.found : exitCode.done;
  }
  const done = attempt(
    () => (how === 'resume' || isUndo ? journal.resume({ leaveChanged }) : journal.takeBack({ leaveChanged })),
    terminal,
  );
  if (json)
    terminal.out(
      `${JSON.stringify({ version: 1, command: 'undo', dryRun: false, run: done?.run ?? null, paths: done?.paths ?? [] }, null, 2)}\n`,
    );
  else if (done && !quiet) terminal.out(`The interrupted run ${done.run} is ${verb}: ${done.paths.join(', ')}\n`);
  return exitCode.done;
}

function attempt(work: () => RunSummary, terminal: Terminal): RunSummary | undefined {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof NothingToDoError)) throw error;
    terminal.note(error.message);
    return undefined;
  }
}
