import type { OptionValues } from '@ffsd/codemod';
import { diskWorkspace, editable, type Workspace } from '@ffsd/workspace';
import type { Terminal } from '../terminal.ts';
import { findRoot } from './find-root.ts';
import { limitsOf } from './limits-of.ts';
import { loadConfig } from './load-config.ts';
import type { RunOptions } from './run-options.ts';

export interface OpenWorkspace {
  readonly root: string;
  readonly config: OptionValues;
  readonly workspace: Workspace;
}

/**
 * The workspace that the options name, limited to what they allow to change.
 *
 * @throws UsageError when an option or ffsd.json is wrong.
 */
export async function openWorkspace(options: RunOptions, { folder }: Pick<Terminal, 'folder'>): Promise<OpenWorkspace> {
  const root = findRoot(folder, options.cwd);
  const config = await loadConfig(root, folder, options.config);
  // With --cwd, paths are those of the named folder, as with `git -C`.
  const typedIn = options.cwd === undefined ? folder : root;
  const limits = limitsOf({ root, folder: typedIn, config, all: diskWorkspace(root) }, options);
  return { root, config, workspace: diskWorkspace(root, { editable: editable(limits) }) };
}
