import type { Visibility } from '@ffsd/fold';
import { tested, visibilityOfOperand, visible } from '@ffsd/fold';
import type { AnyNode } from '@ffsd/python';
import { builtinCall } from '@ffsd/python';
import type { Site } from './site.ts';

/** What the surroundings can see of the value of an expression. */
export function visibilityOf(site: Site, node: AnyNode): Visibility {
  const { parent } = node;
  switch (parent?.type) {
    case 'If':
    case 'While':
    case 'Assert':
      return parent.test === node ? tested : visible;
    case 'CompIf':
    case 'Expr':
      return tested;
    case 'MatchCase':
      return parent.guard === node ? tested : visible;
    case 'IfExp':
      return parent.test === node ? tested : visibilityOf(site, parent);
    case 'UnaryOperation':
      return parent.operator.type === 'Not' ? tested : visible;
    case 'BooleanOperation': {
      const operator = parent.operator.type === 'And' ? '&&' : '||';
      return visibilityOfOperand(operator, parent.left === node ? 'left' : 'right', visibilityOf(site, parent));
    }
    case 'Arg':
      return parent.parent?.type === 'Call' && builtinCall(parent.parent, site.file) === 'bool' ? tested : visible;
    default:
      return visible;
  }
}
