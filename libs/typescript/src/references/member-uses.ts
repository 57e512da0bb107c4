import type { Node } from '@babel/types';
import type { ImportedName } from '../modules/imports-of.ts';
import { parentsOf } from '../parents.ts';
import type { SourceFile } from '../parse.ts';
import type { Reference } from '../scopes/binding.ts';
import { scopesOf } from '../scopes.ts';

export interface MemberUse {
  readonly node: Node;
  readonly kind: 'read' | 'write' | 'type' | 'textual';
}

/**
 * The uses of one member of a module that is imported whole: `ns.name`, `ns['name']`, `<ns.name>`, `ns.name` as a type.
 * Where the module is handed on (`f(ns)`, `{ ...ns }`, `ns[key]`), any member may be meant: that is `textual`.
 */
export function memberUses(file: SourceFile, { local, node }: ImportedName, name: string): readonly MemberUse[] {
  if (!local) return [{ node, kind: 'textual' }];
  const references = scopesOf(file).bindingOf(local)?.references ?? [];
  return references.flatMap((reference) => useOf(file, reference, name) ?? []);
}

function useOf(file: SourceFile, { node, type }: Reference, name: string): MemberUse | undefined {
  const parents = parentsOf(file);
  const parent = parents.parent(node);
  switch (parent?.type) {
    case 'MemberExpression':
    case 'OptionalMemberExpression': {
      if (parent.object !== node) return { node, kind: 'textual' };
      if (parent.computed && parent.property.type !== 'StringLiteral') return { node: parent, kind: 'textual' };
      if (keyOf(parent.property) !== name) return undefined;
      return { node: parent.property, kind: isWritten(parents.parent(parent), parent) ? 'write' : 'read' };
    }
    case 'TSQualifiedName':
      return keyOf(parent.right) === name ? { node: parent.right, kind: 'type' } : undefined;
    case 'JSXMemberExpression':
      return parent.property.name === name ? { node: parent.property, kind: 'read' } : undefined;
    case 'VariableDeclarator':
      return ofPattern(parent.id, name) ?? (parent.id.type === 'ObjectPattern' ? undefined : { node, kind: 'textual' });
    default:
      // `typeof ns` as a type, `export { ns }`, `f(ns)`.
      return type && parent?.type !== 'TSTypeQuery' ? undefined : { node, kind: 'textual' };
  }
}

/** `const { name } = ns`; a rest element takes everything that is not named. */
function ofPattern(pattern: Node, name: string): MemberUse | undefined {
  if (pattern.type !== 'ObjectPattern') return undefined;
  for (const property of pattern.properties) {
    if (property.type === 'RestElement') return { node: property, kind: 'textual' };
    if (property.computed) return { node: property, kind: 'textual' };
    if (keyOf(property.key) === name) return { node: property, kind: 'read' };
  }
  return undefined;
}

function keyOf(node: Node): string | undefined {
  return node.type === 'Identifier' ? node.name : node.type === 'StringLiteral' ? node.value : undefined;
}

function isWritten(parent: Node | undefined, member: Node): boolean {
  return (parent?.type === 'AssignmentExpression' && parent.left === member) || parent?.type === 'UpdateExpression';
}
