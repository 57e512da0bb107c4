import { type Journal, openJournal } from '@ffsd/journal';
import type { Terminal } from '../terminal.ts';
import { findRoot } from './find-root.ts';
import type { WorkspaceOptions } from './run-options.ts';

/** The journal of the workspace that the options name, and its root. */
export function findJournal({ cwd }: WorkspaceOptions, { folder }: Terminal): { journal: Journal; root: string } {
  const root = findRoot(folder, cwd);
  return { journal: openJournal(root), root };
}
