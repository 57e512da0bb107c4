import type { Workspace } from '@ffsd/workspace';
import { findModule, type ModuleLocation, packageAt, regularIn } from './find-module.ts';
import { contextOf, type ModuleContext } from './module-context.ts';
import { folderOf } from './paths.ts';
import { derivedRoots, nearRoots, ownRoot, projectRoots, sourceFolder } from './roots.ts';
import { standardLibrary } from './standard-library.ts';

/** A module of the workspace, or why there is none. */
export type ResolvedModule = ModuleLocation | UnresolvedModule;

/**
 * - `outside`: of Python's library or of an installed package.
 * - `missing`: its package is in the workspace and it is not: generated, compiled, made at run time, or a mistake.
 * - `beyond-top-level`: more dots than there are folders.
 * - `ambiguous`: several projects have such a module and nothing says which of them is meant.
 * - `not-on-path`: the workspace has such a module, and nothing says that it is on Python's path.
 */
export type UnresolvedCode = 'outside' | 'missing' | 'beyond-top-level' | 'ambiguous' | 'not-on-path';

export interface UnresolvedModule {
  readonly kind: 'unresolved';
  readonly code: UnresolvedCode;
  readonly because: string;
  /** The files that may be meant. */
  readonly candidates: readonly string[];
}

/**
 * The module of the workspace that an import means.
 *
 * Knows packages, modules, stubs, namespace packages (PEP 420 and the older kinds), relative imports, and absolute ones from the
 * folder of the importer's top package, from the source folders of its project, from those above, and from those of the other
 * projects. What `sys.path` is changed to at run time is not read.
 *
 * @param from path of the importing file
 * @param specifier as it is written: `a.b`, `.`, `..a.b`
 */
export function resolveModule(workspace: Workspace, from: string, specifier: string): ResolvedModule {
  const context = contextOf(workspace);
  const folder = folderOf(from);
  const key = `${folder}\n${specifier}`;
  let resolved = context.resolved.get(key);
  if (!resolved) {
    resolved = specifier.startsWith('.')
      ? resolveRelative(context, folder, specifier)
      : resolveAbsolute(context, folder, specifier);
    context.resolved.set(key, resolved);
  }
  return resolved;
}

/** The module that a file is. */
export function moduleAtPath(workspace: Workspace, path: string): ModuleLocation {
  const { files } = contextOf(workspace);
  const isPackage = /(^|\/)__init__\.pyi?$/.test(path);
  const stub = path.endsWith('.py') && files.has(`${path}i`) ? `${path}i` : undefined;
  return { kind: isPackage ? 'package' : 'module', path, stub, folders: isPackage ? [folderOf(path)] : [] };
}

/** The submodule of a module, which is no file when the package is not in the workspace whole. */
export function submoduleOf(workspace: Workspace, parent: ModuleLocation, name: string): ModuleLocation | undefined {
  const context = contextOf(workspace);
  return findModule(context, foldersOf(context, parent), name);
}

function resolveRelative(context: ModuleContext, folder: string, specifier: string): ResolvedModule {
  const dots = /^\.+/.exec(specifier)![0].length;
  let base = folder;
  for (let level = 1; level < dots; level++) {
    if (base === '') return unresolved('beyond-top-level', `${specifier} leads out of the workspace`);
    base = folderOf(base);
  }
  const start: ModuleLocation = packageAt(context, base) ?? {
    kind: 'namespace',
    path: undefined,
    stub: undefined,
    folders: [base],
  };
  const rest = specifier.slice(dots);
  if (rest === '') return start;
  const found = descend(context, start, rest.split('.'), specifier);
  // A namespace goes on in other folders, which only its absolute name leads to.
  if (found.kind !== 'unresolved' || start.kind !== 'namespace') return found;
  const root = sourceFolder(context, base) ?? ownRoot(context, base);
  const above = root === base ? undefined : base.slice(root === '' ? 0 : root.length + 1).replaceAll('/', '.');
  const other = above && resolveAbsolute(context, folder, `${above}.${rest}`);
  return other && other.kind !== 'unresolved' ? other : found;
}

function resolveAbsolute(context: ModuleContext, folder: string, specifier: string): ResolvedModule {
  const [top, ...rest] = specifier.split('.') as [string, ...string[]];
  if (standardLibrary.has(top)) {
    const own = regularIn(context, ownRoot(context, folder), top);
    return own ? descend(context, own, rest, specifier) : unresolved('outside', `${top} belongs to Python`);
  }
  const start = topLevel(context, folder, top);
  return start.kind === 'unresolved' ? start : descend(context, start, rest, specifier);
}

function topLevel(context: ModuleContext, folder: string, name: string): ResolvedModule {
  for (const root of nearRoots(context, folder)) {
    const found = regularIn(context, root, name);
    if (found) return found;
  }
  const others = regularInAny(context, 'projects', projectRoots(context), name);
  if (others.length === 1) return others[0]!;
  if (others.length > 1) {
    return unresolved('ambiguous', `${others.length} projects have a module ${name}`, others);
  }
  const roots = [...new Set([...nearRoots(context, folder), ...projectRoots(context)])];
  const namespace = findModule(context, roots, name);
  if (namespace) return namespace;
  const hidden = regularInAny(context, 'anywhere', derivedRoots(context), name);
  if (hidden.length === 0) return unresolved('outside', `no folder of the workspace holds ${name}`);
  const root = folderOf(hidden[0]!.folders[0] ?? hidden[0]!.path!) || 'the root';
  return unresolved('not-on-path', `nothing says that ${root} is on the path`, hidden);
}

/** Asked once for each name: a workspace may have thousands of roots. */
function regularInAny(
  context: ModuleContext,
  kind: string,
  roots: readonly string[],
  name: string,
): readonly ModuleLocation[] {
  return context.once(`${kind} ${name}`, () => distinct(roots.flatMap((root) => regularIn(context, root, name) ?? [])));
}

function descend(
  context: ModuleContext,
  start: ModuleLocation,
  names: readonly string[],
  specifier: string,
): ResolvedModule {
  let at = start;
  for (const name of names) {
    const found = findModule(context, foldersOf(context, at), name);
    if (!found) return unresolved('missing', `the workspace has no ${specifier}`, at.path === undefined ? [] : [at]);
    at = found;
  }
  return at;
}

/** A package may say that folders of its name elsewhere belong to it: the namespaces from before PEP 420. */
function foldersOf(context: ModuleContext, { kind, path, folders }: ModuleLocation): readonly string[] {
  if (kind !== 'package') return folders;
  return context.once(`folders ${folders[0]}`, () => {
    if (!/\b(?:extend_path|declare_namespace)\b/.test(context.read(path!) ?? '')) return folders;
    const root = ownRoot(context, folders[0]!);
    const inside = folders[0]!.slice(root === '' ? 0 : root.length + 1);
    const portions = projectRoots(context).map((other) => (other === '' ? inside : `${other}/${inside}`));
    return [...new Set([...folders, ...portions.filter((folder) => context.folders.has(folder))])];
  });
}

function distinct(found: readonly ModuleLocation[]): readonly ModuleLocation[] {
  return [...new Map(found.map((one) => [one.path, one])).values()];
}

function unresolved(
  code: UnresolvedCode,
  because: string,
  candidates: readonly ModuleLocation[] = [],
): UnresolvedModule {
  return { kind: 'unresolved', code, because, candidates: candidates.flatMap(({ path }) => path ?? []) };
}
