import type { Visibility } from '@ffsd/fold';
import { tested, visibilityOfOperand, visible } from '@ffsd/fold';
import type { AnyNode } from '@ffsd/python';
import { builtinCall, scopesOf } from '@ffsd/python';
import type { Site } from './site.ts';

/** What the surroundings can see of the value of an expression. */
export function visibilityOf(site: Site, node: AnyNode, depth = 0): Visibility {
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
      return parent.test === node ? tested : visibilityOf(site, parent, depth);
    case 'UnaryOperation':
      return parent.operator.type === 'Not' ? tested : visible;
    case 'BooleanOperation': {
      const operator = parent.operator.type === 'And' ? '&&' : '||';
      return visibilityOfOperand(operator, parent.left === node ? 'left' : 'right', visibilityOf(site, parent, depth));
    }
    case 'Arg':
      return parent.parent?.type === 'Call' && builtinCall(parent.parent, site.file) === 'bool' ? tested : visible;
    case 'Assign':
      return depth > 3 ? visible : visibilityOfLocal(site, parent.targets, depth + 1);
    default:
      return visible;
  }
}

/** What all the uses of a local can see: of `ready = found and on`, with nothing but `if ready:` behind it, the truth alone. */
function visibilityOfLocal(site: Site, targets: readonly { readonly target: AnyNode }[], depth: number): Visibility {
  const [target, ...more] = targets.map((one) => one.target);
  const scopes = scopesOf(site.file);
  const binding = target?.type === 'Name' ? scopes.bindingOf(target) : undefined;
  if (more.length > 0 || binding?.scope.kind !== 'function' || scopes.hasDynamicScope) return visible;
  // Without a use nobody knows what it is for.
  if (binding.references.length === 0) return visible;
  let all = tested;
  for (const { node, write, deletion, type } of binding.references) {
    if (write || deletion || type) return visible;
    const one = visibilityOf(site, node, depth);
    all = { truthy: all.truthy || one.truthy, falsy: all.falsy || one.falsy };
  }
  return all;
}
