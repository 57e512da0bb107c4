import type { OptionValues } from '@ffsd/codemod';
import type { Workspace } from '@ffsd/workspace';
import type { ListedCodemod } from '../listed-codemod.ts';
import type { Terminal } from '../terminal.ts';

/** What somebody at the terminal answers when a codemod lacks an option that it cannot do without. */
export async function answersFor(
  listed: ListedCodemod,
  values: OptionValues,
  workspace: Workspace,
  terminal: Terminal,
): Promise<OptionValues> {
  const { askForFlag, lacksFlag } = await import('../flags/ask-for-flag.ts');
  return lacksFlag(listed, values) ? { ...(await askForFlag(workspace, values, terminal)) } : {};
}
