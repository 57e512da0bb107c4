import { configuredRoots, projectFolders } from './configured-roots.ts';
import { packageAt } from './find-module.ts';
import type { ModuleContext } from './module-context.ts';
import { folderOf, foldersUp, inFolder } from './paths.ts';

/**
 * The folder that is on Python's path for a file: the first one above that is no package. A package in a folder without
 * `__init__.py` below a source folder is taken for a part of a namespace, and the source folder is meant. A file in such a
 * folder may be a script as well.
 */
export function ownRoot(context: ModuleContext, folder: string): string {
  return context.once(`own root ${folder}`, () => {
    let root = folder;
    while (root !== '' && packageAt(context, root)) root = folderOf(root);
    return root === folder ? root : (sourceFolder(context, root) ?? root);
  });
}

/** The source folder above or at the folder. */
export function sourceFolder(context: ModuleContext, folder: string): string | undefined {
  return foldersUp(folder).find((above) => isSourceFolder(context, above));
}

/** `src` of a project, or what its configuration names, but not the project's own folder. */
function isSourceFolder(context: ModuleContext, folder: string): boolean {
  if (folder === '') return false;
  return foldersUp(folderOf(folder)).some((project) => configuredRoots(context, project)?.includes(folder) ?? false);
}

/** Where an absolute import of a file in the folder is looked for, in order: its own root, its project, and the folders above. */
export function nearRoots(context: ModuleContext, folder: string): readonly string[] {
  return context.once(`near roots ${folder}`, () => {
    const own = ownRoot(context, folder);
    const roots = new Set([own]);
    for (const above of foldersUp(own)) {
      for (const root of configuredRoots(context, above) ?? []) roots.add(root);
      roots.add(above);
      for (const name of ['src', 'lib', 'python']) roots.add(inFolder(above, name));
    }
    return [...roots].filter((root) => context.folders.has(root));
  });
}

/** The roots of all projects: what one project of the workspace may import of another that is installed beside it. */
export function projectRoots(context: ModuleContext): readonly string[] {
  return context.once('project roots', () => {
    const roots = projectFolders(context).flatMap((folder) => configuredRoots(context, folder) ?? [folder]);
    return [...new Set(roots)];
  });
}

/** The folders that hold a package of their own anywhere in the workspace. Whether they are on the path, nobody says. */
export function derivedRoots(context: ModuleContext): readonly string[] {
  return context.once('derived roots', () => {
    const roots = new Set<string>();
    for (const path of context.files) {
      if (!/(^|\/)__init__\.pyi?$/.test(path)) continue;
      const above = folderOf(folderOf(path));
      if (folderOf(path) !== '' && !packageAt(context, above)) roots.add(above);
    }
    return [...roots].sort();
  });
}
