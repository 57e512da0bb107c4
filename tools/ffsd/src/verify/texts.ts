import { isAbsolute, join, relative, sep } from 'node:path';
import type { Workspace } from '@ffsd/workspace';

/** Texts by path, relative to the root; undefined: the file is gone. What is not in it is as in the workspace. */
export type Texts = ReadonlyMap<string, string | undefined>;

/** The files that a compiler asks for by absolute paths, some of them as they will be. */
export interface SeenFiles {
  /** Undefined when the file is gone; `'disk'` when it is none of the workspace. */
  textOf(absolute: string): string | 'disk' | undefined;
  absolute(path: string): string;
  /** Relative to the root; undefined for files outside. */
  pathOf(absolute: string): string | undefined;
}

export function seenFiles(root: string, workspace: Workspace, texts: Texts): SeenFiles {
  const folder = root.split(sep).join('/');
  const pathOf = (absolute: string): string | undefined => {
    const path = relative(folder, absolute).split(sep).join('/');
    return path === '' || path.startsWith('../') || isAbsolute(path) ? undefined : path;
  };
  return {
    absolute: (path) => join(folder, path).split(sep).join('/'),
    pathOf,
    textOf(absolute) {
      const path = pathOf(absolute);
      if (path === undefined) return 'disk';
      if (texts.has(path)) return texts.get(path);
      // What is ignored, such as node_modules and generated files, is no part of the workspace and still there.
      return workspace.read(path) ?? 'disk';
    },
  };
}
