import { type OptionValues, resolveOptions } from '@ffsd/codemod';
import type { ExitCode } from '../exit-code.ts';
import type { ListedCodemod } from '../listed-codemod.ts';
import { answersFor } from '../run/answers-for.ts';
import { optionWords } from '../run/command-text.ts';
import { finishRun } from '../run/finish-run.ts';
import { openWorkspace } from '../run/open-workspace.ts';
import { planChanges } from '../run/plan-changes.ts';
import { readRunOptions } from '../run/run-options.ts';
import { toldBy } from '../run/told-by.ts';
import type { Terminal } from '../terminal.ts';

/** Plans a codemod, shows what it would change, and writes it when it is allowed to. */
export async function runCodemod(listed: ListedCodemod, given: OptionValues, terminal: Terminal): Promise<ExitCode> {
  const options = readRunOptions(given);
  const { root, config, workspace } = await openWorkspace(options, terminal);
  const values = resolveOptions(listed.options, given, config);
  const canAsk = terminal.isInteractive && options.json !== true;
  const answers = canAsk ? await answersFor(listed, values, workspace, terminal) : {};
  const codemod = await listed.load();
  const chosen = { ...values, ...answers };
  const outcomes = codemod.plan(workspace, chosen);
  const set = planChanges(workspace, outcomes, options);
  // The journal remembers the command with what was answered, so that it can be typed again.
  const words = [...terminal.words, ...optionWords(answers)];
  const told = toldBy(codemod, outcomes, chosen);
  return finishRun({ command: listed.name, root, workspace, set, told, config }, options, { ...terminal, words });
}
