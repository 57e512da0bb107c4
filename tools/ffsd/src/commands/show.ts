import type { OptionValues } from '@ffsd/codemod';
import { paint, paintDiff } from '@ffsd/reports';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { findJournal } from '../run/find-journal.ts';
import { readRunOptions } from '../run/run-options.ts';
import type { Terminal } from '../terminal.ts';
import { logEntryText } from './log.ts';

/** Shows a change or a run with its diffs. */
export async function show(given: OptionValues, terminal: Terminal): Promise<ExitCode> {
  const options = readRunOptions(given);
  const shown = findJournal(options, terminal).journal.show(String(given.id));
  const { entry, change, patch } = shown;
  const changes = entry.changes.filter(({ id }) => change === undefined || id === change);
  if (options.json) {
    terminal.out(`${JSON.stringify({ version: 1, command: 'show', run: { ...entry, changes }, patch }, null, 2)}\n`);
    return exitCode.done;
  }
  const colors = paint(options.color ?? terminal.hasColors);
  // `git diff` paints file by file, and so a header of the next file is not taken for a removed line.
  const files = patch.split(/^(?=diff --git )/m).map((diff) => paintDiff(diff, colors));
  terminal.out(`${logEntryText({ ...entry, changes }, colors)}\n\n${files.join('')}`);
  return exitCode.done;
}
