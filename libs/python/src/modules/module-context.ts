import type { Workspace } from '@ffsd/workspace';
import { folderOf, foldersUp } from './paths.ts';
import type { ResolvedModule } from './resolve-module.ts';

/** What resolving modules remembers of one workspace. */
export interface ModuleContext {
  readonly files: ReadonlySet<string>;
  /** The folders that hold Python files, themselves or further below: what may be a package without `__init__.py`. */
  readonly folders: ReadonlySet<string>;
  readonly resolved: Map<string, ResolvedModule>;
  read(path: string): string | undefined;
  /** What `make` gives for the key, made once. */
  once<T>(key: string, make: () => T): T;
}

/** Kept as long as the workspace is. Files that appear later, and configuration that changes later, are not seen. */
export function contextOf(workspace: Workspace): ModuleContext {
  let context = contexts.get(workspace);
  if (!context) {
    context = create(workspace);
    contexts.set(workspace, context);
  }
  return context;
}

const contexts = new WeakMap<Workspace, ModuleContext>();

function create(workspace: Workspace): ModuleContext {
  const files = new Set(workspace.files());
  const folders = new Set<string>();
  for (const path of files) {
    if (!/\.pyi?$/.test(path)) continue;
    for (const folder of foldersUp(folderOf(path))) {
      if (folders.has(folder)) break;
      folders.add(folder);
    }
  }
  const made = new Map<string, unknown>();
  function once<T>(key: string, make: () => T): T {
    if (!made.has(key)) made.set(key, make());
    return made.get(key) as T;
  }
  return { files, folders, resolved: new Map(), read: (path) => workspace.read(path), once };
}
