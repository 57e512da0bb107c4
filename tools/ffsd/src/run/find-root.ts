import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { UsageError } from '@ffsd/codemod';

/**
 * The root of the workspace that a command works on.
 *
 * @param cwd the value of `--cwd`: it is the root itself, because someone who names a folder must not see changes above it.
 * @throws UsageError when `--cwd` is no folder.
 */
export function findRoot(folder: string, cwd: string | undefined): string {
  if (cwd !== undefined) {
    const root = resolve(folder, cwd);
    if (statSync(root, { throwIfNoEntry: false })?.isDirectory()) return root;
    throw new UsageError('workspace/no-folder', `--cwd ${cwd} is no folder`, `It was looked for at ${root}.`);
  }
  for (let above = folder; ; above = dirname(above)) {
    if (markers.some((marker) => existsSync(join(above, marker)))) return above;
    if (above === dirname(above)) return folder;
  }
}

const markers = ['ffsd.json', 'nx.json', '.git'];
