import type { JSXIdentifier, JSXMemberExpression, JSXNamespacedName } from '@babel/types';
import type { Analysis, Handlers, MutableScope } from './analysis.ts';
import { value } from './binding.ts';

export const jsx: Handlers = {
  JSXOpeningElement(node, scope, analysis) {
    referToElement(node.name, scope, analysis);
    analysis.visit(node.typeParameters, scope);
    analysis.visit(node.typeArguments, scope);
    analysis.visitAll(node.attributes, scope);
  },
  JSXClosingElement(node, scope, analysis) {
    referToElement(node.name, scope, analysis);
  },
  JSXAttribute(node, scope, analysis) {
    analysis.visit(node.value, scope);
  },
};

function referToElement(
  name: JSXIdentifier | JSXMemberExpression | JSXNamespacedName,
  scope: MutableScope,
  analysis: Analysis,
): void {
  if (name.type === 'JSXNamespacedName') return;
  if (name.type === 'JSXIdentifier') {
    // <div> and <my-element> are elements of the page, whatever variables there are.
    if (!/^[a-z]|-/.test(name.name) && name.name !== 'this') analysis.refer(name, scope, value, { read: true });
    return;
  }
  let head: JSXIdentifier | JSXMemberExpression = name;
  while (head.type === 'JSXMemberExpression') head = head.object;
  if (head.name !== 'this') analysis.refer(head, scope, value, { read: true });
}
