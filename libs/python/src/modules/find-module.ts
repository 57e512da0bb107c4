import type { ModuleContext } from './module-context.ts';
import { inFolder } from './paths.ts';

/** A module where it lies. */
export interface ModuleLocation {
  /** `package` is a folder with `__init__.py`, `namespace` one or several folders without (PEP 420). */
  readonly kind: 'module' | 'package' | 'namespace';
  /** Its source, or its stub when there is nothing else; undefined for a namespace. */
  readonly path: string | undefined;
  /** The `.pyi` that lies beside the source. */
  readonly stub: string | undefined;
  /** Where its submodules lie; empty for a module. */
  readonly folders: readonly string[];
}

/**
 * Looks for a module in folders as Python does: in each of them for a package, then for a module; and only when none has either,
 * for folders that are a namespace together.
 */
export function findModule(
  context: ModuleContext,
  folders: readonly string[],
  name: string,
): ModuleLocation | undefined {
  for (const folder of folders) {
    const found = regularIn(context, folder, name);
    if (found) return found;
  }
  const portions = folders.map((folder) => inFolder(folder, name)).filter((folder) => context.folders.has(folder));
  return portions.length === 0
    ? undefined
    : { kind: 'namespace', path: undefined, stub: undefined, folders: [...new Set(portions)] };
}

/** A package with `__init__.py` or a module, no namespace. */
export function regularIn(context: ModuleContext, folder: string, name: string): ModuleLocation | undefined {
  const path = inFolder(folder, name);
  return packageAt(context, path) ?? moduleAt(context, path);
}

/** The package that a folder is. */
export function packageAt({ files }: ModuleContext, folder: string): ModuleLocation | undefined {
  const source = inFolder(folder, '__init__.py');
  const stub = inFolder(folder, '__init__.pyi');
  const path = [source, stub].find((one) => files.has(one));
  if (path === undefined) return undefined;
  return { kind: 'package', path, stub: path === source && files.has(stub) ? stub : undefined, folders: [folder] };
}

function moduleAt({ files }: ModuleContext, path: string): ModuleLocation | undefined {
  const source = `${path}.py`;
  const stub = `${path}.pyi`;
  const found = [source, stub].find((one) => files.has(one));
  if (found === undefined) return undefined;
  return { kind: 'module', path: found, stub: found === source && files.has(stub) ? stub : undefined, folders: [] };
}
