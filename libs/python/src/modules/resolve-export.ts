import type { Workspace } from '@ffsd/workspace';
import type { AnyNode } from 'libcst-wasm';
import type { Binding } from '../scopes/binding.ts';
import { type ExportEntry, exportsOf } from './exports-of.ts';
import type { ModuleLocation } from './find-module.ts';
import { parsedFile } from './parsed-file.ts';
import { moduleAtPath, resolveModule, submoduleOf, type UnresolvedCode } from './resolve-module.ts';
import { offeredByStar } from './star-names.ts';
import { type TrickCode, tricksOf } from './tricks-of.ts';

/** Where a name of a module is defined in the end. */
export type ResolvedExport =
  | {
      readonly kind: 'name';
      readonly path: string;
      /** A FunctionDef, ClassDef, TypeAlias, or the Name that an assignment binds. */
      readonly declaration: AnyNode;
      readonly binding: Binding;
    }
  /** The name stands for a whole module. */
  | { readonly kind: 'module'; readonly module: ModuleLocation };

/** A name that comes from a module outside of the workspace; `*` for that module itself. */
export interface OutsideName {
  readonly module: string;
  readonly name: string;
}

/**
 * Why there may be another answer, or none:
 *
 * - `no-such-name`: the module is known in full, and does not have it.
 * - `star-from-outside`: a star import of a module that is not in the workspace may bring it.
 * - `unlisted`: a star import takes it only if `__all__`, which cannot be read in full, has it.
 * - `unparsable`: a file on the way does not parse.
 * - `cycle`: the modules on the way import it from each other.
 * - else as of {@link UnresolvedCode} for a module on the way, or as of {@link TrickCode}.
 */
export type UncertainCode =
  | 'no-such-name'
  | 'star-from-outside'
  | 'unlisted'
  | 'unparsable'
  | 'cycle'
  | Exclude<UnresolvedCode, 'outside'>
  | TrickCode;

export interface Uncertainty {
  readonly code: UncertainCode;
  /** The file that leaves the question open. */
  readonly path: string;
  readonly because: string;
}

export interface Resolution {
  /** More than one where a branch or a handler decides at run time. */
  readonly definitions: readonly ResolvedExport[];
  readonly outside: readonly OutsideName[];
  /** Empty when the definitions and the outside names are all that the name can stand for. */
  readonly uncertain: readonly Uncertainty[];
}

/**
 * Follows a name of a module through imports, aliases and star imports. Cycles are safe.
 *
 * @param path the file of the module
 * @param name a name of the module or a submodule of it; `*` for the module itself
 */
export function resolveExport(workspace: Workspace, path: string, name: string): Resolution {
  return follow(workspace, path, name, new Map());
}

/** The same for a module that may be a namespace, which has no file. */
export function resolveMember(workspace: Workspace, module: ModuleLocation, from: string, name: string): Resolution {
  return member(workspace, module, from, name, new Map());
}

/** What an entry of an export table stands for. */
export function resolveEntry(workspace: Workspace, path: string, entry: ExportEntry): Resolution {
  return ofEntry(workspace, path, entry, new Map());
}

/** What is known already; undefined while it is looked for. Without it stars that import each other are walked on every way there is. */
type Seen = Map<string, Resolution | undefined>;

const nothing: Resolution = { definitions: [], outside: [], uncertain: [] };

function follow(workspace: Workspace, path: string, name: string, seen: Seen): Resolution {
  const module = moduleAtPath(workspace, path);
  if (name === '*') return { ...nothing, definitions: [{ kind: 'module', module }] };
  const submodule = submoduleOf(workspace, module, name);
  const key = `${path}\n${name}`;
  // `from . import x` in the package itself asks the package for `x` while it is looked for: then it is the submodule.
  if (seen.has(key)) {
    const known = seen.get(key);
    if (known) return known;
    return submodule ? ofModule(submodule) : open('cycle', path, `${name} is imported in a circle`);
  }
  seen.set(key, undefined);
  const found = lookIn(workspace, path, name, seen);
  const isFound = found.definitions.length + found.outside.length > 0;
  const answer = isFound || found.uncertain.length > 0 ? found : open('no-such-name', path, `${path} has no ${name}`);
  const result = !isFound && submodule ? ofModule(submodule) : answer;
  seen.set(key, result);
  return result;
}

/** What the text of the module binds the name to, star imports included, in the order in which they run. */
function lookIn(workspace: Workspace, path: string, name: string, seen: Seen): Resolution {
  const file = parsedFile(workspace, path);
  if (!file) return open('unparsable', path, `${path} does not parse`);
  const { named, stars } = exportsOf(file);
  const entries = named.get(name) ?? [];
  const steps = [
    ...entries.map((entry) => ({ ...entry, resolve: () => ofEntry(workspace, path, entry, seen) })),
    ...stars.map((star) => ({ ...star, resolve: () => ofStar(workspace, path, star.specifier, name, seen) })),
  ].sort((one, other) => one.offset - other.offset);
  let found = nothing;
  for (const step of steps) {
    const next = step.resolve();
    const gives = next.definitions.length + next.outside.length > 0;
    const isSure = step.certain && gives && !next.uncertain.some(({ code }) => code === 'unlisted');
    found = isSure ? next : both(found, next);
  }
  if (found !== nothing && entries.length > 0) return found;
  const tricks = distinct(tricksOf(file), ({ code }) => code).filter(({ code }) => code !== 'dynamic-import');
  return both(found, {
    ...nothing,
    uncertain: tricks.map(({ code, node }) => ({ code, path, because: node.code.trim().split('\n', 1)[0]! })),
  });
}

function ofEntry(workspace: Workspace, path: string, entry: ExportEntry, seen: Seen): Resolution {
  if (entry.kind === 'local') {
    const { declaration, binding } = entry;
    return { ...nothing, definitions: [{ kind: 'name', path, declaration, binding }] };
  }
  const name = entry.kind === 'from' ? entry.imported : '*';
  const module = resolveModule(workspace, path, entry.specifier);
  if (module.kind !== 'unresolved') return member(workspace, module, path, name, seen);
  if (module.code === 'outside') return { ...nothing, outside: [{ module: entry.specifier, name }] };
  return open(module.code, path, module.because);
}

function member(workspace: Workspace, module: ModuleLocation, from: string, name: string, seen: Seen): Resolution {
  if (name === '*') return ofModule(module);
  if (module.path !== undefined) return follow(workspace, module.path, name, seen);
  const submodule = submoduleOf(workspace, module, name);
  return submodule ? ofModule(submodule) : open('missing', from, `the namespace ${module.folders[0]} has no ${name}`);
}

function ofStar(workspace: Workspace, path: string, specifier: string, name: string, seen: Seen): Resolution {
  const module = resolveModule(workspace, path, specifier);
  if (module.kind === 'unresolved') {
    // Without an `__all__` that says so, a star takes no name with an underscore.
    if (name.startsWith('_')) return nothing;
    const code = module.code === 'outside' ? 'star-from-outside' : module.code;
    return open(code, path, `from ${specifier} import * may bring ${name}`);
  }
  if (module.path === undefined) return nothing;
  const offer = offeredByStar(workspace, module.path, name);
  if (offer === 'no') return nothing;
  const found = follow(workspace, module.path, name, seen);
  // That the other module does not have it, is no news here.
  const uncertain = found.uncertain.filter(({ code }) => code !== 'no-such-name' && code !== 'cycle');
  // A submodule comes along only when it has been imported there, or is listed.
  const definitions = found.definitions.filter(
    (one) => one.kind !== 'module' || offer === 'listed' || isNamed(workspace, module.path!, name),
  );
  if (offer !== 'perhaps' || definitions.length + found.outside.length === 0)
    return { ...found, definitions, uncertain };
  return both(
    { ...found, definitions, uncertain },
    open('unlisted', module.path, `__all__ of ${module.path} cannot be read in full`),
  );
}

function isNamed(workspace: Workspace, path: string, name: string): boolean {
  const file = parsedFile(workspace, path);
  return file !== undefined && exportsOf(file).named.has(name);
}

function ofModule(module: ModuleLocation): Resolution {
  return { ...nothing, definitions: [{ kind: 'module', module }] };
}

function open(code: UncertainCode, path: string, because: string): Resolution {
  return { ...nothing, uncertain: [{ code, path, because }] };
}

function both(one: Resolution, other: Resolution): Resolution {
  if (one === nothing) return other;
  if (other === nothing) return one;
  return {
    definitions: distinct([...one.definitions, ...other.definitions], (found) =>
      found.kind === 'name' ? found.declaration : (found.module.path ?? found.module.folders.join('\n')),
    ),
    outside: distinct([...one.outside, ...other.outside], ({ module, name }) => `${module}\n${name}`),
    uncertain: distinct([...one.uncertain, ...other.uncertain], ({ code, path }) => `${code}\n${path}`),
  };
}

function distinct<T>(items: readonly T[], keyOf: (item: T) => unknown): readonly T[] {
  return [...new Map(items.map((item) => [keyOf(item), item])).values()];
}
