import type { Node } from '@babel/types';
import type { Visibility } from '@ffsd/fold';
import { tested, visibilityOfOperand, visible } from '@ffsd/fold';
import { asTemplateNode } from '@ffsd/typescript';
import { isConditionProp } from './fold-condition-prop.ts';
import type { Site } from './site.ts';

/** What the surroundings can see of the value of an expression. */
export function visibilityOf(site: Site, node: Node): Visibility {
  const parent = site.parents.parent(node);
  if (!parent) return visible;
  if (isTestOfTemplate(parent)) return tested;
  switch (parent.type) {
    case 'IfStatement':
    case 'WhileStatement':
    case 'DoWhileStatement':
      return parent.test === node ? tested : visible;
    case 'ForStatement':
      return tested;
    case 'ExpressionStatement':
      return tested;
    case 'ConditionalExpression':
      return parent.test === node ? tested : visibilityOf(site, parent);
    case 'UnaryExpression':
      return parent.operator === '!' || parent.operator === 'void' ? tested : visible;
    case 'LogicalExpression':
      return visibilityOfOperand(parent.operator, parent.left === node ? 'left' : 'right', visibilityOf(site, parent));
    case 'SequenceExpression':
      return parent.expressions.at(-1) === node ? visibilityOf(site, parent) : tested;
    case 'CallExpression':
      return parent.callee.type === 'Identifier' &&
        parent.callee.name === 'Boolean' &&
        parent.arguments[0] === node &&
        site.isGlobal(parent.callee)
        ? tested
        : visible;
    case 'JSXExpressionContainer':
      return isConditionProp(site, parent) ? tested : visible;
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
      return visibilityOf(site, parent);
    default:
      return visible;
  }
}

/** `v-if` and `{#if}` ask whether the value is truthy, and who handles an event gives nobody a value. */
function isTestOfTemplate(parent: Node): boolean {
  const place = asTemplateNode(parent);
  if (place?.type !== 'TemplateExpression') return false;
  if (place.host.kind === 'if' || place.host.kind === 'class') return true;
  return place.host.kind === 'directive' && /^(?:if|else-if|show|on)$/.test(place.host.directive.name);
}
