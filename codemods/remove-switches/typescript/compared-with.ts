import type { Node } from '@babel/types';
import type { Constant } from '@ffsd/fold';
import { isReassigned, parentsOf, type SourceFile, scopesOf } from '@ffsd/typescript';
import type { Workspace } from '@ffsd/workspace';
import { constantOf } from './constant-of.ts';
import { outward } from './member-read.ts';
import type { ReadUse } from './read-use.ts';

/** The constants with which the value of a read is compared, at the read or as a local: `===`, `!==` and the cases of a switch. */
export function comparedWith(workspace: Workspace, file: SourceFile, use: ReadUse): readonly Constant[] {
  const parents = parentsOf(file);
  const known = (node: Node | null | undefined): readonly Constant[] => {
    const value = node && constantOf(workspace, file, node)?.value;
    return value === undefined ? [] : [value as Constant];
  };
  const ofLocal = (local: Node, depth: number): readonly Constant[] => {
    const binding = scopesOf(file).bindingOf(local as never);
    if (!binding || isReassigned(binding)) return [];
    return binding.references.filter(({ read }) => read).flatMap(({ node }) => ofValue(node, depth + 1));
  };
  const ofValue = (node: Node, depth: number): readonly Constant[] => {
    const parent = outward(parents, node);
    if (!parent || depth > 3) return [];
    switch (parent.type) {
      case 'BinaryExpression':
        if (!/^[!=]==?$/.test(parent.operator)) return [];
        return known(isWithin(parent.left, node) ? parent.right : parent.left);
      case 'LogicalExpression':
        // `client.variation('x') ?? 'red'` is the value, and so is `||`.
        return parent.operator !== '&&' && isWithin(parent.left, node) ? ofValue(parent, depth + 1) : [];
      case 'SwitchStatement':
        return isWithin(parent.discriminant, node) ? parent.cases.flatMap(({ test }) => known(test)) : [];
      case 'VariableDeclarator':
        return parent.id.type === 'Identifier' ? ofLocal(parent.id, depth) : [];
      default:
        return [];
    }
  };
  switch (use.kind) {
    case 'expression':
      return ofValue(use.node, 0);
    case 'binding':
      return ofLocal(use.local, 0);
    case 'component':
    case 'choice':
    case 'decorator':
    case 'none':
      return [];
  }
  use satisfies never;
}

/** With the types that may stand around it. */
function isWithin(outer: Node, inner: Node): boolean {
  return outer.start! <= inner.start! && outer.end! >= inner.end!;
}
