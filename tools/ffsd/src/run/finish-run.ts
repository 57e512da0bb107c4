import type { ChangeSet } from '@ffsd/changes';
import type { OptionValues } from '@ffsd/codemod';
import { jsonReport, type Report, summarySentence, textReport } from '@ffsd/reports';
import type { Workspace } from '@ffsd/workspace';
import { type ExitCode, exitCode } from '../exit-code.ts';
import type { Terminal } from '../terminal.ts';
import { verifiedOf } from '../verify/verified-of.ts';
import type { Verification } from '../verify/verify-plan.ts';
import { commandText } from './command-text.ts';
import { reportOf, type Told } from './report-of.ts';
import type { RunOptions } from './run-options.ts';
import { saysYes } from './says-yes.ts';
import { writeReports } from './write-reports.ts';
import { type Written, writeRun } from './write-run.ts';

export interface Run {
  /** Such as `remove-switches`. */
  readonly command: string;
  readonly root: string;
  readonly workspace: Workspace;
  readonly set: ChangeSet;
  readonly told: Told;
  readonly config: OptionValues;
}

/**
 * Shows a run and, when it is allowed to, writes it: with `--yes`, or after someone who saw the diffs said yes. With `--verify` the
 * types are checked before it is shown, and the commands of ffsd.json run before and after it is written.
 */
export async function finishRun(run: Run, options: RunOptions, terminal: Terminal): Promise<ExitCode> {
  const { root, workspace, command } = run;
  const isEmpty = run.set.steps.length === 0;
  const canAsk = terminal.isInteractive && options.json !== true;
  const isDry = options.dryRun === true || options.check === true || !(options.yes || canAsk);
  const verification = await verify(run, options, terminal);
  const set = verification?.set ?? run.set;
  const verified = verification && verifiedOf(verification);
  const report = reportOf(command, isDry, set, workspace, { ...run.told, verified });
  writeReports(report, terminal.folder, options);

  if (!options.json) show(report, options, terminal);
  const isBroken = verification !== undefined && verification.broken.length > 0;
  const isRefused = isBroken && options.yes === true && !isDry;
  const writes = !isDry && !isEmpty && !isRefused && (options.yes || (await saysYes(set, terminal)));
  const commands = options.verify ? ((run.config.verify as readonly string[] | undefined) ?? []) : [];
  const text = commandText(['ffsd', ...terminal.words]);
  const written: Written | undefined = writes
    ? await writeRun({ root, set, command: text, commands, canAsk }, terminal, options)
    : undefined;
  if (!writes && !isEmpty && !options.quiet) {
    if (isRefused) terminal.note(refusal(verification.broken.length));
    else terminal.note(isDry && !options.check ? dryNote(commands) : 'Nothing was written.');
  }
  if (options.json) {
    const told = verification && { ...run.told, verified: verifiedOf(verification, written?.outcomes) };
    terminal.out(jsonReport(reportOf(command, !written?.stays, written?.set ?? set, workspace, told ?? run.told)));
  }

  if (written && !written.stays) return exitCode.refused;
  if (isRefused) return exitCode.refused;
  if (isBroken || written?.outcomes.some(({ broken }) => broken)) return exitCode.unverified;
  if (options.check && !isEmpty) return exitCode.found;
  return set.kept.some(({ code }) => troubles.has(code)) ? exitCode.incomplete : exitCode.done;
}

/** Reasons for keeping that are no decision: the file could not be looked at. */
const troubles = new Set(['unparsable', 'unreadable', 'transform-failed']);

async function verify(
  { root, workspace, set }: Run,
  { verify: isWanted, quiet }: RunOptions,
  terminal: Terminal,
): Promise<Verification | undefined> {
  if (!isWanted) return undefined;
  if (!quiet && terminal.isInteractive) terminal.note('Checking types …');
  const { verifyPlan } = await import('../verify/verify-plan.ts');
  return verifyPlan(root, workspace, set);
}

function refusal(count: number): string {
  const what = count === 1 ? 'a new diagnostic' : `${count} new diagnostics`;
  return `Nothing was written: there would be ${what}. Name the changes to make with --only, or leave --verify out.`;
}

function dryNote(commands: readonly string[]): string {
  const note = 'Dry run: nothing was written. Write with --yes.';
  return commands.length === 0 ? note : `${note} Then ${commands.join(' and ')} will run, too.`;
}

function show(report: Report, { quiet, verbose, color }: RunOptions, terminal: Terminal): void {
  if (quiet) terminal.out(`${summarySentence(report)}\n`);
  else terminal.out(textReport(report, { color: color ?? terminal.hasColors, verbose }));
}
