import type { JSXAttribute, Node } from '@babel/types';
import type { View } from './put-view.ts';
import type { Site } from './site.ts';
import { sourceOf } from './site.ts';

/** What a property gives to be rendered; undefined when it is not known. */
export function viewOf(site: Site, attribute: JSXAttribute | undefined): View | undefined {
  const value = attribute?.value;
  if (!value) return { kind: 'nothing' };
  if (value.type !== 'JSXExpressionContainer') {
    const isPlain = value.type !== 'StringLiteral' || /^"[^"\\&\r\n]*"$/.test(sourceOf(site, value));
    return isPlain ? { kind: 'expression', node: value } : undefined;
  }
  const { expression } = value;
  if (expression.type === 'JSXEmptyExpression') return undefined;
  if (!/Function/.test(expression.type)) return { kind: 'expression', node: expression };
  // A function is nothing that can be shown, so a component that is given one calls it.
  if (expression.type !== 'ArrowFunctionExpression' || expression.params.length > 0 || expression.async)
    return undefined;
  return expression.body.type === 'BlockStatement' ? undefined : { kind: 'expression', node: expression.body };
}

/** Notes where what is shown could be a function, which only the component knows to call. */
export function assumeView(site: Site, view: View, component: string): void {
  if (view.kind !== 'expression' || isView(view.node)) return;
  const text = sourceOf(site, view.node).replace(/\s+/g, ' ').slice(0, 60);
  site.assume(`${text} is no function that ${component} would call`);
}

/** Whether an expression is certainly something to show, and no function. */
function isView(node: Node): boolean {
  switch (node.type) {
    case 'JSXElement':
    case 'JSXFragment':
    case 'StringLiteral':
    case 'NumericLiteral':
    case 'NullLiteral':
    case 'TemplateLiteral':
      return true;
    case 'ConditionalExpression':
      return isView(node.consequent) && isView(node.alternate);
    case 'LogicalExpression':
      return node.operator === '&&' && isView(node.right);
    case 'Identifier':
      return node.name === 'undefined';
    default:
      return false;
  }
}
