import type { Node } from '@babel/types';
import type { SourceFile } from '@ffsd/typescript';
import { parentsOf } from '@ffsd/typescript';
import { outward } from './member-read.ts';

/** `x.on = true`, `x.on++`, `delete x.on`, `[x.on] = pair`, `for (x.on of all)`: the member is given another value. */
export function isWritten(file: SourceFile, member: Node): boolean {
  const parents = parentsOf(file);
  const parent = outward(parents, member);
  switch (parent?.type) {
    case 'AssignmentExpression':
    case 'ForOfStatement':
    case 'ForInStatement':
    case 'AssignmentPattern':
      return parent.left.start! <= member.start! && parent.left.end! >= member.end!;
    case 'UpdateExpression':
    case 'ArrayPattern':
    case 'RestElement':
      return true;
    case 'ObjectProperty':
      return parents.parent(parent)?.type === 'ObjectPattern' && parent.value === member;
    case 'UnaryExpression':
      return parent.operator === 'delete';
    default:
      return false;
  }
}
