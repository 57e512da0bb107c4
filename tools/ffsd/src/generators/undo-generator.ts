import { type OptionValues, resolveOptions, UsageError } from '@ffsd/codemod';
import { textReport } from '@ffsd/reports';
import { treeWorkspace } from '@ffsd/workspace';
import type { GeneratorCallback, Tree } from '@nx/devkit';
import { type UndoOptions, undoOptions } from '../commands/undo-options.ts';
import { commandText, optionWords } from '../run/command-text.ts';
import { setOf } from '../run/move-changes.ts';
import { reportOf } from '../run/report-of.ts';
import { processTerminal } from '../terminal.ts';
import { forNx } from './error-for-nx.ts';
import { nxRun } from './nx-run.ts';
import { writeToTree } from './write-to-tree.ts';

/** Takes back changes through Nx: in a dry run it shows what would be written, else the journal is told before and after. */
export function undo(tree: Tree, given: OptionValues): Promise<GeneratorCallback> {
  return forNx(() => generate(tree, given));
}

async function generate(tree: Tree, given: OptionValues): Promise<GeneratorCallback> {
  const { isDry, isQuiet, isVerbose, willWrite } = nxRun();
  const chosen: UndoOptions = resolveOptions(undoOptions, given, {});
  const ids = [given.ids ?? []].flat().map(String);
  const { openJournal } = await import('@ffsd/journal');
  const journal = openJournal(tree.root);
  const terminal = processTerminal([]);
  const say = (text: string) => {
    if (!isQuiet) terminal.out(text);
  };

  if (chosen.resume || (ids.length === 0 && journal.log().some(({ state }) => state === 'unfinished'))) {
    // Half of a run is on the disk, where the tree of Nx cannot see which half.
    const hint = 'Call it directly: npx ffsd undo, or npx ffsd undo --resume.';
    throw new UsageError('undo/interrupted', 'an interrupted run is not settled through Nx', hint);
  }
  const { withDependants = false } = chosen;
  const command = commandText(['nx', 'g', 'ffsd:undo', ...optionWords(given)]);
  const entry = willWrite ? journal.beginUndo(ids, { withDependants, command }) : undefined;
  const { changes } = entry ?? journal.undo(ids, { withDependants, dryRun: true });
  const set = setOf({ changes }, 'Take back');
  const report = reportOf('undo', isDry, set, treeWorkspace(tree));
  const text = textReport(report, { color: terminal.hasColors, verbose: isVerbose, diffs: isDry });
  if (isDry) {
    say(text);
    return () => {};
  }
  writeToTree(tree, set);
  return () => {
    entry?.seal();
    say(`\n${text}`);
    if (entry) say('Do it again with: npx ffsd redo\n');
  };
}
