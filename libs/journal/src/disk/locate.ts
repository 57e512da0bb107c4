import { realpathSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { OutsideError } from '../errors/outside-error.ts';
import type { Disk } from './disk.ts';

/**
 * The absolute path of a file of the workspace.
 *
 * Looking at the text of the path is not enough: with `libs -> /somewhere/else` in the workspace, `libs/a.ts` is a path without
 * `..` that leads out. So the nearest folder that is there is resolved, and must lie below the resolved root.
 *
 * @param root a resolved path without symbolic links.
 * @throws OutsideError for a path that leads out, to a link, to a folder, or into git's or ffsd's own folders.
 */
export function locate(disk: Disk, root: string, path: string): string {
  const parts = path.split('/');
  if (path === '' || path.includes('\\') || path.includes('\0') || /^[A-Za-z]:/.test(path)) {
    throw new OutsideError(path, 'it is not a path relative to the workspace');
  }
  if (parts.some((part) => part === '' || part === '.' || part === '..')) {
    throw new OutsideError(path, 'it has empty, "." or ".." parts');
  }
  if (parts[0] === '.ffsd' || parts.some((part) => part.toLowerCase() === '.git')) {
    throw new OutsideError(path, 'it is part of the bookkeeping');
  }
  const absolute = join(root, ...parts);
  const stats = disk.stats(absolute);
  if (stats?.isSymbolicLink()) throw new OutsideError(path, 'it is a symbolic link');
  if (stats !== undefined && !stats.isFile()) throw new OutsideError(path, 'it is not a regular file');
  let folder = dirname(absolute);
  while (disk.stats(folder) === undefined) folder = dirname(folder);
  const real = realFolder(folder, path);
  const within = relative(root, real);
  if (within === '..' || within.startsWith(`..${sep}`)) throw new OutsideError(path, `it leads to ${real}`);
  return absolute;
}

function realFolder(folder: string, path: string): string {
  try {
    return realpathSync(folder);
  } catch {
    throw new OutsideError(path, 'a symbolic link in it leads nowhere');
  }
}
