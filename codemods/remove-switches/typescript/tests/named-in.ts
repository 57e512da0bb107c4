import type { Node } from '@babel/types';
import type { SourceFile } from '@ffsd/typescript';
import { importsOf, parentsOf, walk } from '@ffsd/typescript';
import type { Workspace } from '@ffsd/workspace';
import { targetOf } from './loaded-by.ts';

/** A place that asks for a name which another file gives it: an import, `flags.isOn`, `const { isOn } = flags`. */
export interface NameUse {
  readonly name: string;
  /** The specifier, the property, or the key of the pattern's entry: what has to go for it not to ask. */
  readonly node: Node;
  /** The package, when the name comes from outside. */
  readonly from?: string;
}

/** The names that a file asks others for. What it only passes on (`export { isOn } from './flags'`) it does not ask for. */
export function namedIn(workspace: Workspace, file: SourceFile): ReadonlyMap<string, readonly NameUse[]> {
  let names = cache.get(file);
  if (!names) {
    names = collect(workspace, file);
    cache.set(file, names);
  }
  return names;
}

const cache = new WeakMap<SourceFile, ReadonlyMap<string, readonly NameUse[]>>();

function collect(workspace: Workspace, file: SourceFile): ReadonlyMap<string, readonly NameUse[]> {
  const names = new Map<string, NameUse[]>();
  const add = (use: NameUse) => {
    const known = names.get(use.name);
    if (known) known.push(use);
    else names.set(use.name, [use]);
  };
  for (const { specifier, kind, names: imported, typeOnly } of importsOf(file)) {
    if (typeOnly) continue;
    const target = targetOf(workspace, file, specifier);
    for (const one of imported) {
      // Under another name, whoever uses that one cannot be told by the name.
      const passedOn = kind === 're-export' && (one.exported === undefined || one.exported === one.imported);
      if (one.typeOnly || passedOn || one.imported === '*') continue;
      const name = one.imported === 'default' && one.local ? one.local.name : one.imported;
      const outside = target === specifier ? { from: specifier } : {};
      add({ name, node: one.node, ...outside });
    }
  }
  const parents = parentsOf(file);
  walk(file.tree.program, (node) => {
    const key = askedName(node, parents.parent(node));
    if (key) add(key);
  });
  return names;
}

function askedName(node: Node, parent: Node | undefined): { readonly name: string; readonly node: Node } | undefined {
  switch (node.type) {
    case 'MemberExpression':
    case 'OptionalMemberExpression':
      return keyOf(node.property, node.computed);
    case 'JSXMemberExpression':
      return { name: node.property.name, node: node.property };
    case 'ObjectProperty':
      // The entry of an object gives the name to others instead.
      return parent?.type === 'ObjectPattern' ? withNode(keyOf(node.key, node.computed), node) : undefined;
    case 'StringLiteral':
      // `pick(flags, 'isOn')`
      return /Property$|Member|Import|Export/.test(parent?.type ?? '') ? undefined : { name: node.value, node };
    default:
      return undefined;
  }
}

function withNode(key: { readonly name: string } | undefined, node: Node) {
  return key && { name: key.name, node };
}

function keyOf(key: Node, computed: boolean): { readonly name: string; readonly node: Node } | undefined {
  if (key.type === 'StringLiteral') return { name: key.value, node: key };
  return !computed && key.type === 'Identifier' ? { name: key.name, node: key } : undefined;
}
