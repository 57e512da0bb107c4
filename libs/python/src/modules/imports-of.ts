import {
  type Call,
  findAll,
  type Import,
  type ImportAlias,
  type ImportFrom,
  type ImportStar,
  type LazyImport,
  type LazyImportFrom,
  type Name,
} from 'libcst-wasm';
import { dottedName, firstName } from '../dotted-name.ts';
import type { SourceFile } from '../parse.ts';
import { type Placement, placementOf } from '../placement.ts';
import { dynamicImport } from './dynamic-import.ts';

/** One name that crosses from another module. */
export interface ImportedName {
  /** The name over there, which may be that of a submodule; `*` for the module itself, or for all of its names in a star import. */
  readonly imported: string;
  /** The name that the import binds here; undefined for a star, and for a module that is used on the spot. */
  readonly local: Name | undefined;
  /** The module that `local` is, where `imported` is `*`: `a` for `import a.b.c`, `a.b.c` for `import a.b.c as d`. */
  readonly module: string;
  readonly node: ImportAlias | ImportStar | Call;
}

/** One place that names another module. */
export interface ModuleImport extends Placement {
  /** `dynamic` is `importlib.import_module('x')` or `__import__('x')`. */
  readonly kind: 'import' | 'from' | 'star' | 'dynamic';
  /** As it is written, dots included: `a.b`, `.`, `..a`. */
  readonly specifier: string;
  /** The statement or the call. */
  readonly node: Import | ImportFrom | LazyImport | LazyImportFrom | Call;
  readonly names: readonly ImportedName[];
}

/** All imports of a file, those in functions and branches included, in source order. `import a, b` is two of them. */
export function importsOf(file: SourceFile): readonly ModuleImport[] {
  let imports = cache.get(file);
  if (!imports) {
    imports = collect(file);
    cache.set(file, imports);
  }
  return imports;
}

const cache = new WeakMap<SourceFile, readonly ModuleImport[]>();

function collect(file: SourceFile): readonly ModuleImport[] {
  const imports: ModuleImport[] = [];
  for (const node of findAll(file.tree, ['Import', 'LazyImport', 'ImportFrom', 'LazyImportFrom'])) {
    if (node.type === 'Import' || node.type === 'LazyImport') imports.push(...ofImport(node));
    else imports.push(ofImportFrom(node));
  }
  // The look at every call is only for the files that need it.
  if (!/\b(?:import_module|__import__)\b/.test(file.text)) return imports;
  for (const node of findAll(file.tree, 'Call')) {
    const found = dynamicImport(node);
    if (found?.specifier === undefined) continue;
    const names = [{ imported: '*', local: found.local, module: found.module!, node }];
    imports.push({ kind: 'dynamic', specifier: found.specifier, node, names, ...placementOf(node) });
  }
  return imports.sort((one, other) => one.node.start - other.node.start);
}

function ofImport(node: Import | LazyImport): readonly ModuleImport[] {
  const placement = placementOf(node);
  return node.names.map((alias) => {
    const specifier = dottedName(alias.name)!;
    const module = alias.asname ? specifier : specifier.split('.', 1)[0]!;
    const names = [{ imported: '*', local: localName(alias), module, node: alias }];
    return { kind: 'import', specifier, node, names, ...placement };
  });
}

function ofImportFrom(node: ImportFrom | LazyImportFrom): ModuleImport {
  const specifier = '.'.repeat(node.relative.length) + (node.module ? dottedName(node.module)! : '');
  const shared = { specifier, node, ...placementOf(node) };
  const { names } = node;
  if (!isList(names)) {
    const star = { imported: '*', local: undefined, module: specifier, node: names };
    return { kind: 'star', names: [star], ...shared };
  }
  return {
    kind: 'from',
    names: names.map((alias) => ({
      imported: dottedName(alias.name)!,
      local: localName(alias),
      module: specifier,
      node: alias,
    })),
    ...shared,
  };
}

function isList(names: readonly ImportAlias[] | ImportStar): names is readonly ImportAlias[] {
  return Array.isArray(names);
}

function localName({ asname, name }: ImportAlias): Name | undefined {
  return firstName(asname ? asname.name : name);
}
