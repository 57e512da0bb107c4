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
import { reportFiles } from '../run/write-reports.ts';
import { setupCodemods } from '../setup-codemods.ts';
import { processTerminal } from '../terminal.ts';
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
  const { isDry, isQuiet, isVerbose, willWrite } = nxRun();
  const typed = withoutEmptyAnswers(listed, prompted);
  const options = readRunOptions(typed);
  const { workspace, config } = await openTree(tree, options);
  const terminal = processTerminal([]);
  const values = resolveOptions(listed.options, typed, config);
  const answers = terminal.isInteractive ? await answersFor(listed, values, workspace, terminal) : {};
  const given: OptionValues = { ...typed, ...answers };
  const codemod = await listed.load();
  const set = planChanges(workspace, codemod.plan(workspace, { ...values, ...answers }), options);
  const report = reportOf(listed.name, isDry, set, workspace);
  const text = () => textReport(report, { color: terminal.hasColors, verbose: isVerbose, diffs: isDry });
  if (isDry) {
    if (!isQuiet) terminal.out(text());
    return () => {};
  }
  const command = commandText(['nx', 'g', `ffsd:${listed.name}`, ...optionWords(given)]);
  const entry = willWrite ? (await import('@ffsd/journal')).openJournal(tree.root).begin(set, { command }) : undefined;
  try {
    writeToTree(tree, set);
    for (const [path, content] of reportFiles(report, options)) tree.write(path, content);
  } catch (error) {
    entry?.abandon();
    throw error;
  }
  return () => {
    entry?.seal();
    if (isQuiet) return;
    terminal.out(`\n${text()}`);
    if (entry) terminal.out(`Take it back with: npx ffsd undo ${entry.run}\n`);
  };
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
