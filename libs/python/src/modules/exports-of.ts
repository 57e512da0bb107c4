import type { AnyNode, Assignment } from 'libcst-wasm';
import type { SourceFile } from '../parse.ts';
import { placementOf } from '../placement.ts';
import type { Binding } from '../scopes/binding.ts';
import { scopesOf } from '../scopes.ts';
import { type AllNames, allNames } from './all-names.ts';
import { type ImportedName, importsOf, type ModuleImport } from './imports-of.ts';

/** One thing that a name of a module may stand for. */
export type ExportEntry =
  | { readonly kind: 'local'; readonly declaration: AnyNode; readonly binding: Binding; readonly certain: boolean }
  /** `from a import b`: a name of another module, or a submodule of it. */
  | { readonly kind: 'from'; readonly specifier: string; readonly imported: string; readonly certain: boolean }
  /** `import a`: another module. */
  | { readonly kind: 'module'; readonly specifier: string; readonly certain: boolean };

export interface StarExport {
  readonly specifier: string;
  readonly offset: number;
  readonly certain: boolean;
}

/** The names at the top level of a module. Python hides none of them: what a module imports, others may import from it. */
export interface ExportTable {
  /**
   * What each name may stand for when the module has been loaded, in source order. An entry that is certain to run takes the place of
   * those before it: `def f` twice is one entry, an import with a fallback is two.
   */
  readonly named: ReadonlyMap<string, readonly (ExportEntry & { readonly offset: number })[]>;
  readonly stars: readonly StarExport[];
  /** Undefined where a module has no `__all__`: then a star import takes all names without a leading underscore. */
  readonly all: AllNames | undefined;
}

export function exportsOf(file: SourceFile): ExportTable {
  let table = cache.get(file);
  if (!table) {
    table = collect(file);
    cache.set(file, table);
  }
  return table;
}

const cache = new WeakMap<SourceFile, ExportTable>();

type Entry = ExportEntry & { readonly offset: number };

function collect(file: SourceFile): ExportTable {
  const scopes = scopesOf(file);
  const imported = importedNames(file);
  const named = new Map<string, readonly Entry[]>();
  for (const name of scopes.scope.assignments.keys()) {
    const binding = scopes.lookup(name, scopes.scope);
    const entries = binding ? entriesOf(binding, imported) : [];
    if (entries.length > 0) named.set(name, entries);
  }
  const list = scopes.lookup('__all__', scopes.scope);
  return { named, stars: starsOf(file), all: list && allNames(list) };
}

function starsOf(file: SourceFile): readonly StarExport[] {
  return importsOf(file).flatMap(({ kind, specifier, node, conditional, deferred, inClass }) =>
    kind === 'star' && !inClass && !deferred ? [{ specifier, offset: node.start, certain: !conditional }] : [],
  );
}

interface Crossing {
  readonly from: ModuleImport;
  readonly name: ImportedName;
}

/** By the node that the import binds. */
function importedNames(file: SourceFile): ReadonlyMap<AnyNode, Crossing> {
  const found = new Map<AnyNode, Crossing>();
  for (const from of importsOf(file)) {
    for (const name of from.names) if (name.local) found.set(name.local, { from, name });
  }
  return found;
}

function entriesOf(binding: Binding, imported: ReadonlyMap<AnyNode, Crossing>): readonly Entry[] {
  const events = [
    ...binding.assignments.flatMap((assignment) => {
      const entry = entryOf(assignment, binding, imported);
      return entry ? [{ entry, at: assignment.nameNode ?? assignment.node! }] : [];
    }),
    ...binding.references.flatMap(({ deletion, node }) => (deletion ? [{ entry: undefined, at: node }] : [])),
  ].sort((one, other) => one.at.start - other.at.start);
  // What runs for sure hides what stands above it. What a function does by `global`, it does later, and hides nothing.
  const entries: Entry[] = [];
  const later: Entry[] = [];
  for (const { entry, at } of events) {
    const { deferred, conditional } = placementOf(at);
    if (!deferred && !conditional) entries.length = 0;
    if (entry) (deferred ? later : entries).push(entry);
  }
  return [...entries, ...later];
}

function entryOf(
  { kind, node, nameNode }: Assignment,
  binding: Binding,
  imported: ReadonlyMap<AnyNode, Crossing>,
): Entry | undefined {
  const place = nameNode ?? node;
  // `x: int` names a type and gives no value; `x += 1` changes what is there; the `e` of `except E as e` is gone behind it.
  if (!place || kind === 'augmented' || kind === 'exception') return undefined;
  if (kind === 'declaration' && binding.assignments.some((other) => other.kind !== 'declaration')) return undefined;
  const crossing = nameNode ? imported.get(nameNode) : undefined;
  const shared = { offset: place.start, certain: isCertain(place) };
  if (crossing && crossing.name.imported !== '*') {
    return { kind: 'from', specifier: crossing.name.module, imported: crossing.name.imported, ...shared };
  }
  if (crossing) return { kind: 'module', specifier: crossing.name.module, ...shared };
  return { kind: 'local', declaration: node ?? place, binding, ...shared };
}

function isCertain(node: AnyNode): boolean {
  const { conditional, deferred } = placementOf(node);
  return !conditional && !deferred;
}
