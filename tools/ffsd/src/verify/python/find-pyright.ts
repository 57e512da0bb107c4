import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';

/** How pyright is started: a program with the arguments that come first. */
export type Command = readonly [program: string, ...args: string[]];

/** The pyright of the workspace (npm, or a virtual environment in it), else the one on the PATH. */
export function findPyright(root: string, env: NodeJS.ProcessEnv = process.env): Command | undefined {
  return (
    fromNpm(root) ??
    fromFolders([join(root, '.venv', 'bin'), join(root, 'venv', 'bin'), ...(env.PATH ?? '').split(delimiter)])
  );
}

function fromNpm(root: string): Command | undefined {
  try {
    const manifest = createRequire(join(root, 'package.json')).resolve('pyright/package.json');
    const { bin } = JSON.parse(readFileSync(manifest, 'utf8')) as { bin?: Record<string, string> };
    return bin?.pyright ? [process.execPath, join(dirname(manifest), bin.pyright)] : undefined;
  } catch {
    return undefined;
  }
}

function fromFolders(folders: readonly string[]): Command | undefined {
  const program = folders
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, 'pyright'))
    .find(existsSync);
  return program === undefined ? undefined : [program];
}
