import type { Node } from '@babel/types';
import type { SourceFile } from '@ffsd/typescript';
import { exportsOf, isReassigned, parentsOf, parsedFile, referencesTo, scopesOf } from '@ffsd/typescript';
import type { Workspace } from '@ffsd/workspace';
import { importsThatMayMean } from './imports-that-may-mean.ts';
import { isImplicit } from './unused-in.ts';

/** An expression that stands for what a name holds: the identifier, or `module.name`. */
export interface NameRead {
  readonly file: SourceFile;
  readonly node: Node;
}

export interface NameReads {
  readonly reads: readonly NameRead[];
  /** The first use that may read the name, or give it another value, in a way that is not seen. */
  readonly unknown: { readonly path: string; readonly because: string } | undefined;
  /** Files of tests that put something else in the place of its module. */
  readonly mocks: readonly string[];
}

/** Every place that reads a name, in its own file and in those that import it, through barrels and whole modules. */
export function readsOfName(workspace: Workspace, path: string, identifier: Node): NameReads | undefined {
  const file = parsedFile(workspace, path);
  const binding = file && scopesOf(file).bindingOf(identifier);
  if (!file || !binding) return undefined;
  const found = new Collector(workspace);
  if (isReassigned(binding) || binding.declarations.length > 1) found.doubt(path, `${binding.name} is assigned again`);
  if (isImplicit(file, binding)) found.doubt(path, 'its file is a script, which shares its names with others');
  for (const { node, read, type, export: exported } of binding.references) {
    if (read && !type && !exported) found.add(file, node);
  }
  for (const [name, entry] of exportsOf(file).named) {
    if (entry.kind === 'local' && entry.binding === binding) found.exported(path, name);
  }
  return found.result();
}

/** The same of what a file exports without a name of its own: `export default true`, `module.exports = { isNew: true }`. */
export function readsOfExport(workspace: Workspace, path: string, name: string): NameReads {
  const found = new Collector(workspace);
  found.exported(path, name);
  return found.result();
}

class Collector {
  private readonly workspace: Workspace;
  private readonly reads = new Map<string, NameRead>();
  private readonly mocks = new Set<string>();
  private unknown: NameReads['unknown'];

  constructor(workspace: Workspace) {
    this.workspace = workspace;
  }

  result(): NameReads {
    return { reads: [...this.reads.values()], unknown: this.unknown, mocks: [...this.mocks] };
  }

  doubt(path: string, because: string): void {
    this.unknown ??= { path, because };
  }

  add(file: SourceFile, node: Node): void {
    this.reads.set(`${file.path} ${node.start}`, { file, node });
  }

  exported(path: string, name: string): void {
    for (const reference of referencesTo(this.workspace, path, name) ?? []) {
      const file = reference.node && parsedFile(this.workspace, reference.path);
      const { kind, node } = reference;
      if (kind === 'import' || kind === 're-export' || kind === 'type') continue;
      if (!file || !node) this.doubt(reference.path, 'it may be used where no code is read');
      else if (kind === 'write') this.doubt(file.path, 'it is assigned again');
      else if (kind === 'read') this.use(file, node);
      else if (isMock(file, node)) this.mocks.add(file.path);
      else this.doubt(file.path, 'its module is handed on as a whole');
    }
    for (const place of importsThatMayMean(this.workspace, path, name)) this.doubt(place.path, 'an import may mean it');
  }

  private use(file: SourceFile, node: Node): void {
    const parent = parentsOf(file).parent(node);
    // The property of `module.name`; in `const { name } = module` it is the property of the pattern.
    const isMember = parent?.type === 'MemberExpression' || parent?.type === 'OptionalMemberExpression';
    if (isMember && parent.property === node) this.add(file, parent);
    else if (node.type === 'ObjectProperty') this.doubt(file.path, 'it is taken out of its module by a pattern');
    else if (node.type === 'JSXIdentifier') this.doubt(file.path, 'it is rendered as a component');
    else this.add(file, node);
  }
}

function isMock(file: SourceFile, node: Node): boolean {
  const call = parentsOf(file).parent(node);
  return node.type === 'StringLiteral' && call?.type === 'CallExpression';
}
