import type { ChangeSet } from '@ffsd/changes';
import { type MoveSummary, NothingToDoError } from '@ffsd/journal';
import { jsonReport, textReport } from '@ffsd/reports';
import { diskWorkspace } from '@ffsd/workspace';
import { type ExitCode, exitCode } from '../exit-code.ts';
import type { Terminal } from '../terminal.ts';
import { reportOf } from './report-of.ts';
import type { RunOptions } from './run-options.ts';
import { saysYes } from './says-yes.ts';

export interface Move {
  readonly command: 'undo' | 'redo';
  readonly root: string;
  /** What stands before the title of a change, such as `Take back`. */
  readonly verb: string;
  /** Plans, or does it. */
  readonly perform: (dryRun: boolean) => MoveSummary;
}

/** Shows what an undo or a redo does to the files, and does it when it is allowed to. */
export async function moveChanges(
  { command, root, verb, perform }: Move,
  options: RunOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const canAsk = terminal.isInteractive && options.json !== true;
  const isDry = options.dryRun === true || options.check === true || !(options.yes || canAsk);
  const planned = planOf(perform, terminal);
  if (!planned) {
    if (options.json) terminal.out(jsonReport({ command, dryRun: isDry, set: { steps: [], kept: [] } }));
    return exitCode.done;
  }
  const set = setOf(planned, verb);
  const report = reportOf(command, isDry, set, diskWorkspace(root));
  if (!options.json && !options.quiet) {
    terminal.out(textReport(report, { color: options.color ?? terminal.hasColors, verbose: options.verbose }));
  }
  const writes = !isDry && (options.yes || (await saysYes(set, terminal)));
  if (writes) perform(false);
  if (!options.quiet) {
    terminal.note(
      writes
        ? 'Written.'
        : isDry && !options.check
          ? 'Dry run: nothing was written. Write with --yes.'
          : 'Nothing was written.',
    );
  }
  if (options.json) terminal.out(jsonReport({ ...report, dryRun: !writes }));
  return options.check ? exitCode.found : exitCode.done;
}

function planOf(perform: Move['perform'], terminal: Terminal): MoveSummary | undefined {
  try {
    return perform(true);
  } catch (error) {
    if (!(error instanceof NothingToDoError)) throw error;
    terminal.note(error.message);
    return undefined;
  }
}

/** What was or will be moved, as a run: for the reader it is one more set of diffs. */
export function setOf({ changes }: Pick<MoveSummary, 'changes'>, verb: string): ChangeSet {
  const steps = changes.map(({ change, files }) => {
    const { paths: _, patch: __, ...rest } = change;
    return { change: { ...rest, title: `${verb}: ${change.title}`, files: [] }, files };
  });
  return { steps, kept: [] };
}
