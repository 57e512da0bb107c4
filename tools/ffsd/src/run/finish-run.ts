import type { ChangeSet } from '@ffsd/changes';
import { jsonReport, type Report, summarySentence, textReport } from '@ffsd/reports';
import type { Workspace } from '@ffsd/workspace';
import { type ExitCode, exitCode } from '../exit-code.ts';
import type { Terminal } from '../terminal.ts';
import { commandText } from './command-text.ts';
import { reportOf } from './report-of.ts';
import type { RunOptions } from './run-options.ts';
import { saysYes } from './says-yes.ts';
import { writeReports } from './write-reports.ts';

export interface Run {
  /** Such as `remove-switches`. */
  readonly command: string;
  readonly root: string;
  readonly workspace: Workspace;
  readonly set: ChangeSet;
}

/**
 * Shows a run and, when it is allowed to, writes it: with `--yes`, or after someone who saw the diffs said yes.
 */
export async function finishRun(run: Run, options: RunOptions, terminal: Terminal): Promise<ExitCode> {
  const { set, root, workspace, command } = run;
  const isEmpty = set.steps.length === 0;
  const canAsk = terminal.isInteractive && options.json !== true;
  const isDry = options.dryRun === true || options.check === true || !(options.yes || canAsk);
  const report = reportOf(command, isDry, set, workspace);
  writeReports(report, terminal.folder, options);

  if (!options.json) show(report, options, terminal);
  const writes = !isDry && !isEmpty && (options.yes || (await saysYes(set, terminal)));
  if (writes) {
    const { applyChanges } = await import('./apply-changes.ts');
    const id = applyChanges(root, set, commandText(['ffsd', ...terminal.words]));
    if (!options.quiet) terminal.note(`Written. Take it back with: ffsd undo ${id}`);
  } else if (!options.quiet && !isEmpty) {
    terminal.note(isDry && !options.check ? 'Dry run: nothing was written. Write with --yes.' : 'Nothing was written.');
  }
  if (options.json) terminal.out(jsonReport({ ...report, dryRun: !writes }));

  if (options.check && !isEmpty) return exitCode.found;
  return set.kept.some(({ code }) => troubles.has(code)) ? exitCode.incomplete : exitCode.done;
}

/** Reasons for keeping that are no decision: the file could not be looked at. */
const troubles = new Set(['unparsable', 'unreadable', 'transform-failed']);

function show(report: Report, { quiet, verbose, color }: RunOptions, terminal: Terminal): void {
  if (quiet) terminal.out(`${summarySentence(report)}\n`);
  else terminal.out(textReport(report, { color: color ?? terminal.hasColors, verbose }));
}
