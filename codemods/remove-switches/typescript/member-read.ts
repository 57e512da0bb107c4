import type { Node } from '@babel/types';
import type { ParentTable } from '@ffsd/typescript';
import { isTypeWrapper, withoutTypes } from '@ffsd/typescript';

/** The parent of an expression, types left out: of `x` in `(x as Flags).a` the member. */
export function outward(parents: ParentTable, node: Node): Node | undefined {
  let parent = parents.parent(node);
  while (parent && isTypeWrapper(parent)) parent = parents.parent(parent);
  return parent;
}

/** Whether the parent takes the member out of the node: `.name`, `['name']` is not looked for, `[0]`. */
export function isMemberRead(parent: Node, node: Node, member: string): boolean {
  if (parent.type !== 'MemberExpression' && parent.type !== 'OptionalMemberExpression') return false;
  if (withoutTypes(parent.object) !== withoutTypes(node)) return false;
  if (parent.computed) return parent.property.type === 'NumericLiteral' && String(parent.property.value) === member;
  return parent.property.type === 'Identifier' && parent.property.name === member;
}
