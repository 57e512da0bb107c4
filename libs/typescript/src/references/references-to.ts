import type { Node } from '@babel/types';
import type { Workspace } from '@ffsd/workspace';
import { exportsOf } from '../modules/exports-of.ts';
import { type ImportedName, importsOf, type ModuleImport } from '../modules/imports-of.ts';
import { isCode, parsedFile } from '../modules/parsed-file.ts';
import { type ResolvedExport, resolveExport } from '../modules/resolve-export.ts';
import { resolveModule } from '../modules/resolve-module.ts';
import { parentsOf } from '../parents.ts';
import type { SourceFile } from '../parse.ts';
import type { Reference } from '../scopes/binding.ts';
import { scopesOf } from '../scopes.ts';
import { importersOf, isMixed } from './importers-of.ts';
import { memberUses } from './member-uses.ts';
import { mocksOf } from './mocks-of.ts';
import { offsetsOf } from './occurrences.ts';

/**
 * `import` is the specifier that brings the name in; `re-export` passes it on; `textual` is a place that may mean it and
 * that no analysis can tell: a mocked module, a file that is no JavaScript or does not parse, a module handed on whole.
 */
export type ReferenceKind = 'import' | 'read' | 'write' | 'type' | 're-export' | 'textual';

export interface ExportReference {
  readonly path: string;
  /** UTF-16 offset. */
  readonly offset: number;
  /** Undefined only where the file has no tree. */
  readonly node: Node | undefined;
  readonly kind: ReferenceKind;
}

/**
 * All places of the workspace that refer to an export, those of its own file included, sorted by path and offset.
 *
 * Only files whose text contains the name are parsed. A default export has no name of its own: for it, the files that name
 * its module are.
 *
 * @returns undefined when there is no such export
 */
export function referencesTo(
  workspace: Workspace,
  path: string,
  exportedName: string,
): readonly ExportReference[] | undefined {
  const target = resolveExport(workspace, path, exportedName);
  if (!target) return undefined;
  const found = new Map<string, ExportReference>();
  const add = (reference: ExportReference) => {
    const key = `${reference.path}\n${reference.offset}`;
    // A textual guess does not hide what is known.
    if (!found.has(key) || found.get(key)!.kind === 'textual') found.set(key, reference);
  };
  const queue = new NameQueue(exportedName, path);
  addOwn(workspace, target, add, queue);
  for (let next = queue.next(); next; next = queue.next()) {
    const { name } = next;
    for (const candidate of candidates(workspace, next)) {
      const file = isCode(candidate) ? parsedFile(workspace, candidate) : undefined;
      if (file) addFrom(workspace, file, target, name, add, (alias) => queue.add(alias, candidate));
      else addTextual(workspace, candidate, name, add);
    }
  }
  return [...found.values()].sort((one, other) => compare(one.path, other.path) || one.offset - other.offset);
}

type Add = (reference: ExportReference) => void;

/** The names under which the export is known, each with the modules that export it so. */
class NameQueue {
  private readonly seen = new Set<string>();
  private readonly waiting: { name: string; path: string }[] = [];

  constructor(name: string, path: string) {
    this.add(name, path);
  }

  add(name: string, path: string): void {
    // Files are found by the name, but importers of a default by the module.
    const key = name === 'default' ? `${name}\n${path}` : name;
    if (this.seen.has(key)) return;
    this.seen.add(key);
    this.waiting.push({ name, path });
  }

  next(): { name: string; path: string } | undefined {
    return this.waiting.shift();
  }
}

function candidates(workspace: Workspace, { name, path }: { name: string; path: string }): readonly string[] {
  const found = name === 'default' ? importersOf(workspace, path) : workspace.search([name]);
  return found.filter((candidate) => isCode(candidate) || isMixed(candidate));
}

/** The references in the file that declares it, and the names under which that file exports it. */
function addOwn(
  workspace: Workspace,
  { path, binding, declaration }: ResolvedExport,
  add: Add,
  queue: NameQueue,
): void {
  const file = parsedFile(workspace, path);
  if (!file) return;
  for (const reference of binding?.references ?? []) add(at(file, reference.node, kindOf(reference)));
  for (const [name, entry] of exportsOf(file).named) {
    if (entry.kind === 'local' && entry.declaration === declaration) queue.add(name, path);
  }
}

function addFrom(
  workspace: Workspace,
  file: SourceFile,
  target: ResolvedExport,
  name: string,
  add: Add,
  alias: (name: string) => void,
): void {
  const means = (specifier: string, imported: string) => {
    const path = resolveModule(workspace, file.path, specifier);
    const resolved = path === undefined ? undefined : resolveExport(workspace, path, imported);
    return resolved?.declaration === target.declaration && resolved.path === target.path;
  };
  for (const one of importsOf(file)) {
    for (const imported of one.names) {
      if (imported.imported === name && means(one.specifier, name)) addNamed(file, one, imported, add, alias);
      else if (bringsModuleWith(workspace, file, one, imported, name, target)) {
        for (const use of memberUses(file, imported, name)) add(at(file, use.node, use.kind));
      }
    }
  }
  for (const { source } of mocksOf(file)) if (means(source.value, name)) add(at(file, source, 'textual'));
}

/** True when the imported name stands for a whole module that exports the target as `name`. */
function bringsModuleWith(
  workspace: Workspace,
  file: SourceFile,
  { specifier, kind }: ModuleImport,
  imported: ImportedName,
  name: string,
  target: ResolvedExport,
): boolean {
  const path = kind === 're-export' ? undefined : resolveModule(workspace, file.path, specifier);
  if (path === undefined) return false;
  const isWhole = imported.imported === '*';
  // Looking further costs the parse of the other module: only where a member of that name is used at all.
  if (!isWhole && !memberUses(file, imported, name).some((use) => use.kind !== 'textual')) return false;
  const module = isWhole ? path : moduleBehind(workspace, path, imported.imported);
  const resolved = module === undefined ? undefined : resolveExport(workspace, module, name);
  return resolved?.declaration === target.declaration && resolved.path === target.path;
}

/** Of `export * as ns from 'x'` the module x; of the default of a CommonJS module that module. */
function moduleBehind(workspace: Workspace, path: string, name: string): string | undefined {
  const resolved = resolveExport(workspace, path, name);
  if (resolved?.declaration.type === 'Program') return resolved.path;
  const file = name === 'default' ? parsedFile(workspace, path) : undefined;
  return file && !scopesOf(file).isModule ? path : undefined;
}

function addNamed(
  file: SourceFile,
  { kind }: ModuleImport,
  { local, exported, node }: ImportedName,
  add: Add,
  alias: (name: string) => void,
): void {
  if (exported !== undefined) alias(exported);
  if (kind === 're-export') {
    add(at(file, node, 're-export'));
    return;
  }
  if (kind === 'type') {
    add(at(file, node, 'type'));
    return;
  }
  add(at(file, node, local ? 'import' : 'read'));
  for (const reference of local ? (scopesOf(file).bindingOf(local)?.references ?? []) : []) {
    add(at(file, reference.node, kindOf(reference)));
    if (reference.export) alias(exportedAs(file, reference.node));
  }
}

/** The name that `export { x as y }`, `export default x` or `export = x` gives. */
function exportedAs(file: SourceFile, node: Node): string {
  const parent = parentsOf(file).parent(node);
  if (parent?.type !== 'ExportSpecifier') return 'default';
  return parent.exported.type === 'Identifier' ? parent.exported.name : parent.exported.value;
}

function addTextual(workspace: Workspace, path: string, name: string, add: Add): void {
  // A default has no name to be found: the file as a whole may use it.
  if (name === 'default') {
    add({ path, offset: 0, node: undefined, kind: 'textual' });
    return;
  }
  const text = workspace.read(path) ?? '';
  for (const offset of offsetsOf(text, name)) add({ path, offset, node: undefined, kind: 'textual' });
}

function kindOf(reference: Reference): ReferenceKind {
  if (reference.export) return 're-export';
  if (reference.write) return 'write';
  return reference.type ? 'type' : 'read';
}

function at(file: SourceFile, node: Node, kind: ReferenceKind): ExportReference {
  return { path: file.path, offset: node.start!, node, kind };
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
