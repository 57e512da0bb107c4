import type { Workspace } from '@ffsd/workspace';
import { exportsOf } from './exports-of.ts';
import { parsedFile } from './parsed-file.ts';
import { resolveModule } from './resolve-module.ts';

/**
 * Whether `from module import *` takes a name that the module has: `listed` in its `__all__`, `public` where there is none,
 * `perhaps` where `__all__` cannot be read in full.
 */
export function offeredByStar(
  workspace: Workspace,
  path: string,
  name: string,
): 'listed' | 'public' | 'perhaps' | 'no' {
  return offered(workspace, path, name, new Set());
}

function offered(
  workspace: Workspace,
  path: string,
  name: string,
  seen: Set<string>,
): ReturnType<typeof offeredByStar> {
  const file = parsedFile(workspace, path);
  if (!file || seen.has(path)) return 'perhaps';
  seen.add(path);
  const { all } = exportsOf(file);
  if (!all) return name.startsWith('_') ? 'no' : 'public';
  if (all.names.has(name)) return 'listed';
  let isOpen = !all.complete;
  for (const other of all.others) {
    // A name of this module: it stands for what is imported under it, most often a submodule.
    const module = moduleNamed(workspace, path, other);
    const answer = module === undefined ? 'perhaps' : offered(workspace, module, name, seen);
    if (answer === 'listed') return 'listed';
    if (answer === 'perhaps') isOpen = true;
  }
  return isOpen ? 'perhaps' : 'no';
}

function moduleNamed(workspace: Workspace, path: string, name: string): string | undefined {
  const file = parsedFile(workspace, path);
  const entry = file && exportsOf(file).named.get(name)?.[0];
  // `from .a import *` makes `a` a name of the package without binding it in the text.
  const specifier =
    entry?.kind === 'module'
      ? entry.specifier
      : entry?.kind === 'from' && /^\.+$/.test(entry.specifier)
        ? entry.specifier + entry.imported
        : entry?.kind === 'from'
          ? `${entry.specifier}.${entry.imported}`
          : `.${name}`;
  const module = resolveModule(workspace, path, specifier);
  return module.kind === 'unresolved' ? undefined : module.path;
}
