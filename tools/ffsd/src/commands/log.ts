import type { OptionValues } from '@ffsd/codemod';
import type { LogEntry } from '@ffsd/journal';
import { type Paint, paint } from '@ffsd/reports';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { findJournal } from '../run/find-journal.ts';
import { readRunOptions } from '../run/run-options.ts';
import type { Terminal } from '../terminal.ts';

/** Lists the runs of the journal, the last one first. */
export async function log(given: OptionValues, terminal: Terminal): Promise<ExitCode> {
  const options = readRunOptions(given);
  const entries = findJournal(options, terminal).journal.log().toReversed();
  if (options.json) {
    terminal.out(`${JSON.stringify({ version: 1, command: 'log', runs: entries }, null, 2)}\n`);
  } else if (entries.length === 0) {
    terminal.note('Nothing was done here yet.');
  } else {
    const colors = paint(options.color ?? terminal.hasColors);
    terminal.out(entries.map((entry) => `${logEntryText(entry, colors)}\n`).join('\n'));
  }
  return exitCode.done;
}

/** One run: what it was, what became of it, and its changes. */
export function logEntryText(entry: LogEntry, colors: Paint): string {
  const when = entry.createdAt.replace('T', ' ').replace(/\.\d+Z$/, ' UTC');
  const state = stateText(entry, colors);
  const lines = [`${colors.bold(entry.id)}  ${when}  ${state}`, `  ${colors.dim(entry.command)}`];
  for (const { id, title, applied } of entry.changes) {
    const isGone = entry.kind === 'apply' && !applied;
    lines.push(`  ${colors.dim(id)}  ${isGone ? colors.dim(`${title} (taken back)`) : title}`);
  }
  if (entry.state === 'unfinished') {
    for (const { path, progress } of entry.files ?? []) lines.push(`  ${path}: ${progressText[progress]}`);
    lines.push('  Finish it with: ffsd undo --resume', '  Or take it back with: ffsd undo');
  }
  return lines.join('\n');
}

function stateText({ kind, state }: LogEntry, { green, yellow, red }: Paint): string {
  switch (state) {
    case 'applied':
      return green(kind === 'undo' ? 'taken back' : kind === 'redo' ? 'done again' : 'applied');
    case 'undone':
      return yellow('taken back');
    case 'partly-undone':
      return yellow('partly taken back');
    case 'running':
      return yellow('at work');
    case 'unfinished':
      return red('interrupted');
  }
  state satisfies never;
}

const progressText = {
  old: 'as before',
  new: 'written',
  'cut-off': 'cut off in the middle',
  changed: 'changed by somebody since',
} as const;
