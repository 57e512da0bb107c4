import type { Workspace } from '@ffsd/workspace';
import { findFile } from './find-file.ts';
import { contextOf, type ModuleContext } from './module-context.ts';
import { packageFolder, resolvePackage, resolvePackageImport } from './packages.ts';
import { mapSpecifier, pathMappings } from './path-mapping.ts';
import { folderOf, inFolder, joinPath } from './paths.ts';

/**
 * The file of the workspace that an import means; undefined for packages from outside and for files that are not there.
 *
 * Knows relative paths with the rules of TypeScript, `paths` and `baseUrl` of the tsconfig or jsconfig above the file, the
 * packages of the workspace (also when only their build output is named), and `imports` of package.json. What the
 * configuration of a bundler says is not read, but for the common `@/` and `~/`, which stand for the source folder.
 *
 * @param from path of the importing file
 */
export function resolveModule(workspace: Workspace, from: string, specifier: string): string | undefined {
  const context = contextOf(workspace);
  const folder = folderOf(from);
  const key = `${folder}\n${specifier}`;
  if (!context.resolved.has(key)) context.resolved.set(key, resolve(context, folder, specifier));
  return context.resolved.get(key);
}

function resolve(context: ModuleContext, folder: string, specifier: string): string | undefined {
  // Bundlers take a query for the way of loading: './worker?url'.
  const name = specifier.replace(/\?.*$/, '');
  if (name === '' || name.startsWith('node:')) return undefined;
  if (/^\.\.?(\/|$)/.test(name)) return fileAt(context, joinPath(folder, name));
  if (name.startsWith('#')) {
    const found = resolvePackageImport(context, folder, name, (other) => resolveName(context, folder, other));
    if (found) return found;
  }
  return resolveName(context, folder, name);
}

function resolveName(context: ModuleContext, folder: string, name: string): string | undefined {
  for (const mapping of pathMappings(context, folder)) {
    for (const candidate of mapSpecifier(mapping, name)) {
      const found = findFile(context, candidate);
      if (found) return found;
    }
  }
  return resolvePackage(context, name) ?? resolveAlias(context, folder, name);
}

/** No package is called `@` or `~`: bundlers use them for the folder of the sources. */
function resolveAlias(context: ModuleContext, folder: string, name: string): string | undefined {
  const alias = /^[@~]\/(.+)$/.exec(name);
  const root = packageFolder(context, folder);
  if (!alias || root === undefined) return undefined;
  return fileAt(context, joinPath(inFolder(root, 'src'), alias[1]!)) ?? fileAt(context, joinPath(root, alias[1]!));
}

function fileAt(context: ModuleContext, path: string | undefined): string | undefined {
  return path === undefined ? undefined : findFile(context, path);
}
