import { type OptionValues, resolveOptions } from '@ffsd/codemod';
import { textReport } from '@ffsd/reports';
import { editable, treeWorkspace, type Workspace } from '@ffsd/workspace';
import type { GeneratorCallback, Tree } from '@nx/devkit';
import { codemods } from '../generated/codemods.ts';
import type { ListedCodemod } from '../listed-codemod.ts';
import { answersFor } from '../run/answers-for.ts';
import { commandText, optionWords } from '../run/command-text.ts';
import { limitsOf } from '../run/limits-of.ts';
import { planChanges } from '../run/plan-changes.ts';
import { reportOf } from '../run/report-of.ts';
import { type RunOptions, readRunOptions } from '../run/run-options.ts';
import { toldBy } from '../run/told-by.ts';
import { reportFiles } from '../run/write-reports.ts';
import { setupCodemods } from '../setup-codemods.ts';
import { processTerminal } from '../terminal.ts';
import type { CommandOutcome } from '../verify/run-commands.ts';
import { VerificationError } from '../verify/verification-error.ts';
import { verifiedOf } from '../verify/verified-of.ts';
import { beginCommands } from '../verify/verified-write.ts';
import type { Verification } from '../verify/verify-plan.ts';
import { forNx } from './error-for-nx.ts';
import { nxRun } from './nx-run.ts';
import { writeToTree } from './write-to-tree.ts';

export type Generator = (tree: Tree, given: OptionValues) => Promise<GeneratorCallback>;

/**
 * The generator of a codemod. In a dry run it prints the report that the command line prints and writes nothing. Else it writes what it
 * is about to do into the journal, hands the texts to Nx's tree, and closes the entry when Nx has written them.
 */
export function codemodGenerator(name: string): Generator {
  return (tree, given) => forNx(() => generate(find(name), tree, given));
}

async function generate(listed: ListedCodemod, tree: Tree, prompted: OptionValues): Promise<GeneratorCallback> {
  const { isDry, isQuiet, isVerbose, mayAsk, willWrite } = nxRun();
  const typed = withoutEmptyAnswers(listed, prompted);
  const options = readRunOptions(typed);
  const { workspace, config } = await openTree(tree, options);
  const terminal = processTerminal([]);
  const values = resolveOptions(listed.options, typed, config);
  const canAsk = terminal.isInteractive && mayAsk;
  const answers = canAsk ? await answersFor(listed, values, workspace, terminal) : {};
  const given: OptionValues = { ...typed, ...answers };
  const codemod = await listed.load();
  const chosen = { ...values, ...answers };
  const outcomes = codemod.plan(workspace, chosen);
  const planned = planChanges(workspace, outcomes, options);
  const verification = options.verify
    ? await (await import('../verify/verify-plan.ts')).verifyPlan(tree.root, workspace, planned)
    : undefined;
  const set = verification?.set ?? planned;
  const told = { ...toldBy(codemod, outcomes, chosen), verified: verification && verifiedOf(verification) };
  const report = reportOf(listed.name, isDry, set, workspace, told);
  const text = () => textReport(report, { color: terminal.hasColors, verbose: isVerbose, diffs: isDry });
  if (isDry && !isQuiet) terminal.out(text());
  if (verification && verification.broken.length > 0) throw wouldBreak(verification);
  if (isDry) return () => {};
  const commands = options.verify && willWrite ? ((config.verify as readonly string[] | undefined) ?? []) : [];
  const end = commands.length > 0 ? await beginCommands(tree.root, commands, (line) => terminal.note(line)) : undefined;
  const command = commandText(['nx', 'g', `ffsd:${listed.name}`, ...optionWords(given)]);
  const entry = willWrite ? (await import('@ffsd/journal')).openJournal(tree.root).begin(set, { command }) : undefined;
  try {
    writeToTree(tree, set);
    for (const [path, content] of reportFiles(report, options)) tree.write(path, content);
  } catch (error) {
    entry?.abandon();
    throw error;
  }
  const finish = async () => {
    entry?.seal();
    if (!isQuiet) {
      terminal.out(`\n${text()}`);
      if (entry) terminal.out(`Take it back with: npx ffsd undo ${entry.run}\n`);
    }
    const written = await end?.(set);
    for (const one of written?.outcomes.filter(({ broken }) => !broken) ?? []) terminal.note(`${one.text}.`);
    const broken = written?.outcomes.find((one) => one.broken);
    if (broken) throw isBroken(broken, entry?.run);
  };
  return () => forNx(finish);
}

function wouldBreak({ broken }: Verification): VerificationError {
  const lines = broken.map(({ diagnostic: { path, line, code, message }, step: { change } }) => {
    return `${path}:${line} ${code} ${message} (since ${change.id}: ${change.title})`;
  });
  const hint = 'Nothing was written. Name the changes to make with --only, or leave --verify out.';
  const what = broken.length === 1 ? 'a new diagnostic' : `${broken.length} new diagnostics`;
  return new VerificationError('verify/would-break', `there would be ${what}`, `${lines.join('\n')}\n${hint}`);
}

function isBroken({ text, output }: CommandOutcome, run: string | undefined): VerificationError {
  const undo = run === undefined ? [] : [`Take the changes back with: npx ffsd undo ${run}`];
  return new VerificationError('verify/broken', text, [output, ...undo].filter((one) => one !== '').join('\n'));
}

/** Nx gives an empty text for a question that nobody answered. */
function withoutEmptyAnswers({ options }: ListedCodemod, given: OptionValues): OptionValues {
  return Object.fromEntries(
    Object.entries(given).filter(([name, value]) => value !== '' || options[name]?.prompt === undefined),
  );
}

async function openTree(tree: Tree, options: RunOptions): Promise<{ workspace: Workspace; config: OptionValues }> {
  const all = treeWorkspace(tree);
  const path = options.config ?? 'ffsd.json';
  const text = all.read(path);
  const config = text === undefined ? {} : (await import('../config/read-config.ts')).readConfig(path, text);
  const limits = limitsOf({ root: tree.root, folder: tree.root, config, all }, options);
  return { workspace: treeWorkspace(tree, { editable: editable(limits) }), config };
}

function find(name: string): ListedCodemod {
  return [...codemods, ...setupCodemods].find((listed) => listed.name === name)!;
}
