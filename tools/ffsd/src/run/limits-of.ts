import { existsSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { didYouMean, type OptionValues, UsageError } from '@ffsd/codemod';
import { type Limits, projects, type Workspace } from '@ffsd/workspace';
import { filesSince } from './files-since.ts';
import type { ChangeOptions } from './run-options.ts';

/**
 * Which files a run may change.
 *
 * @param folder where the paths were typed.
 * @throws UsageError when a path is not in the workspace or a project is unknown.
 */
export function limitsOf(
  { root, folder, config, all }: { root: string; folder: string; config: OptionValues; all: Workspace },
  { paths, project, since }: ChangeOptions,
): Limits {
  return {
    within: paths?.map((path) => pathInside(root, folder, path)),
    projects: project && foldersOf(project, all),
    changed: since === undefined ? undefined : filesSince(root, since),
    keep: config.keep as readonly string[] | undefined,
  };
}

function pathInside(root: string, folder: string, path: string): string {
  const absolute = resolve(folder, path);
  const inside = relative(root, absolute).split(sep).join('/');
  if (inside === '..' || inside.startsWith('../') || resolve(inside) === inside) {
    throw new UsageError(
      'workspace/outside',
      `${path} is outside of the workspace ${root}`,
      'Name its workspace with --cwd.',
    );
  }
  if (!existsSync(absolute)) {
    throw new UsageError('workspace/no-path', `there is no ${path} here`, `It was looked for at ${absolute}.`);
  }
  return inside === '' ? '.' : inside;
}

function foldersOf(wanted: readonly string[], all: Workspace): readonly string[] {
  const known = projects(all);
  return wanted.map((word) => {
    const folder = word.replace(/^\.\/|\/+$/g, '');
    const found = known.find(({ name, root }) => name === word || root === folder);
    if (found) return found.root === '' ? '.' : found.root;
    const names = known.map(({ name }) => name);
    const otherwise = names.length
      ? `Projects are ${names.slice(0, 20).join(', ')}.`
      : 'No folder here has a project.json or package.json.';
    throw new UsageError(
      'workspace/unknown-project',
      `there is no project "${word}"`,
      didYouMean(word, names, otherwise),
    );
  });
}
