import type { Workspace } from '@ffsd/workspace';
import { contextOf } from './module-context.ts';
import { packageEntries, packageFolder } from './packages.ts';
import { folderOf, inFolder } from './paths.ts';

/** The package that a file belongs to. */
export interface PackageEntries {
  /** The folder of its package.json. */
  readonly folder: string;
  readonly name: string | undefined;
  /** `"private": true`: nobody outside of the workspace can depend on it. */
  readonly private: boolean;
  /** The sources that its package.json names as entries, also where only what is built from them is named. */
  readonly entries: readonly string[];
  /** It names an entry of which the source is not known, or a pattern of them: any file may be one. */
  readonly anyEntry: boolean;
  /** The names of the packages that it lists under any kind of dependencies. */
  readonly dependencies: ReadonlySet<string>;
}

/** The nearest package.json above a file, and what it says of entries; undefined when there is none. */
export function entriesOfPackage(workspace: Workspace, path: string): PackageEntries | undefined {
  const context = contextOf(workspace);
  const folder = packageFolder(context, folderOf(path));
  if (folder === undefined) return undefined;
  return context.once(`entries ${folder}`, () => {
    const manifest = context.json(inFolder(folder, 'package.json'));
    const kinds = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'];
    const { paths, unknown } = packageEntries(context, folder);
    return {
      folder,
      name: typeof manifest?.name === 'string' ? manifest.name : undefined,
      private: manifest?.private === true,
      entries: paths,
      anyEntry: unknown,
      dependencies: new Set(kinds.flatMap((kind) => Object.keys(manifest?.[kind] ?? {}))),
    };
  });
}
