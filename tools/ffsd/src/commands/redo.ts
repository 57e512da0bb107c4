import type { OptionValues } from '@ffsd/codemod';
import type { ExitCode } from '../exit-code.ts';
import { commandText } from '../run/command-text.ts';
import { findJournal } from '../run/find-journal.ts';
import { moveChanges } from '../run/move-changes.ts';
import { readRunOptions } from '../run/run-options.ts';
import type { Terminal } from '../terminal.ts';

/** Does again what was taken back. */
export async function redo(given: OptionValues, terminal: Terminal): Promise<ExitCode> {
  const options = readRunOptions(given);
  const { journal, root } = findJournal(options, terminal);
  const ids = [given.ids ?? []].flat().map(String);
  const command = commandText(['ffsd', ...terminal.words]);
  const perform = (dryRun: boolean) => journal.redo(ids, { dryRun, command });
  return moveChanges({ command: 'redo', root, verb: 'Do again', perform }, options, terminal);
}
