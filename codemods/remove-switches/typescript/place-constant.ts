import type { Node } from '@babel/types';
import type { Edit } from '@ffsd/edits';
import { isTruthy } from '@ffsd/fold';
import { outerSpan, removeListItem } from '@ffsd/typescript';
import { constantText } from './constant-text.ts';
import { isHookDependencies } from './hook-dependencies.ts';
import { replaceExpression } from './replace-expression.ts';
import { removeFromJsx } from './replace-in-jsx.ts';
import { runTogether } from './run-together.ts';
import type { Birth, Flow, FoldResult, KnownExpression, Site } from './site.ts';
import { edited, refused, sourceOf } from './site.ts';

/**
 * Ends the climb: the constant stands where the expression stood, or goes with the list item that it was.
 *
 * The value may go on from here to places that this fold does not follow; then the flow says where.
 */
export function placeConstant(site: Site, known: KnownExpression, parent: Node): FoldResult {
  const removed = known.effects.length === 0 ? removeWithItem(site, known, parent) : undefined;
  if (removed) return removed;
  const birth = birthOf(site, known, parent);
  if (known.literal) {
    // Its own characters stay: 0x10 is not 16 to a reader, and "new" not 'new'.
    const kept = replaceExpression(site, known.node, known.literal, known.effects);
    return kept.kind === 'edits' && birth ? edited(kept.edits, { birth }) : kept;
  }
  const text = constantText(site, known.value, parent.type === 'VariableDeclarator');
  if (text === undefined)
    return refused('object-value', 'the value is an object, which cannot be repeated at its uses');
  // A text that the fold uncovered was the programmer's own constant before: `return on ? 'new' : 'old'`.
  const flow = known.uncovered ? undefined : flowOf(site, known.node);
  const more = flow ? { flow } : {};
  const { node, effects } = known;
  const { start, end } = effects.length > 0 ? { start: node.start!, end: node.end! } : outerSpan(site.file, node);
  if (parent.type === 'ObjectProperty' && parent.shorthand) {
    // The name is written anew, so that this is seen to remove a use of what it named.
    return edited([{ start: parent.start!, end: parent.end!, text: `${sourceOf(site, parent.key)}: ${text}` }], more);
  }
  if (parent.type === 'JSXExpressionContainer' && effects.length === 0 && known.value === true) {
    const attribute = site.parents.parent(parent);
    // `open={on}` becomes `open`.
    if (attribute?.type === 'JSXAttribute') {
      return edited([{ start: attribute.name.end!, end: attribute.end!, text: '' }], more);
    }
  }
  const literal = needsLiteralParentheses(known.value, parent, node) ? `(${text})` : text;
  const value =
    effects.length > 0 ? `(${[...effects.map((effect) => sourceOf(site, effect)), text].join(', ')})` : literal;
  const before = runTogether(site.file.text[start - 1], value[0]) ? ' ' : '';
  const after = runTogether(value.at(-1), site.file.text[end]) ? ' ' : '';
  const dead = deadOperands(site, parent, known);
  return edited([{ start, end, text: before + value + after }, ...dead], birth ? { ...more, birth } : more);
}

/** `10.toFixed()` is no number with a method, and `-1 ** 2` no power. */
function needsLiteralParentheses(value: unknown, parent: Node, node: Node): boolean {
  if (typeof value !== 'number') return false;
  if (parent.type === 'MemberExpression' || parent.type === 'OptionalMemberExpression') return parent.object === node;
  return value < 0 && /^(?:Binary|Unary)Expression$/.test(parent.type);
}

/**
 * `user && false && render()` becomes `user && false`: the left side is never true, so the right side is never evaluated.
 * The same for `||` and what is always true.
 */
function deadOperands(site: Site, parent: Node, { node, value }: KnownExpression): readonly Edit[] {
  if (parent.type !== 'LogicalExpression' || parent.right !== node || parent.operator === '??') return [];
  if (isTruthy(value) === (parent.operator === '&&')) return [];
  let whole: Node = parent;
  for (const outer of site.parents.ancestors(parent)) {
    if (outer.type !== 'LogicalExpression' || outer.left !== whole || outer.operator !== parent.operator) break;
    whole = outer;
  }
  const { end } = outerSpan(site.file, parent);
  return whole === parent ? [] : [{ start: end, end: whole.end!, text: '' }];
}

/** List items that mean nothing once they are constant. */
function removeWithItem(site: Site, { node, value }: KnownExpression, parent: Node): FoldResult | undefined {
  switch (parent.type) {
    case 'ArrayExpression': {
      const index = parent.elements.indexOf(node as never);
      const goes = isHookDependencies(site.parents, parent) || (!isTruthy(value) && isFilteredByBoolean(site, parent));
      // A hole is no node, so the list of items must have none.
      if (!goes || parent.elements.includes(null)) return undefined;
      return edited(removeListItem(site.file, parent.elements as Node[], index));
    }
    case 'SequenceExpression': {
      // Only the last one is the value; the others are there for their effect, and a constant has none.
      const index = parent.expressions.indexOf(node as never);
      if (index === parent.expressions.length - 1) return undefined;
      const [first, second] = parent.expressions;
      if (parent.expressions.length === 2)
        return replaceExpression(site, parent, (first === node ? second : first)!, []);
      return edited(removeListItem(site.file, parent.expressions, index));
    }
    case 'SpreadElement': {
      const owner = site.parents.parent(parent);
      // `{ ...false }` adds nothing; `[...false]` throws.
      if (owner?.type !== 'ObjectExpression' || typeof value === 'string' || (typeof value === 'object' && value))
        return undefined;
      return edited(removeListItem(site.file, owner.properties, owner.properties.indexOf(parent)));
    }
    case 'JSXSpreadAttribute':
      if (typeof value === 'string' || (typeof value === 'object' && value)) return undefined;
      return edited([attributeRemoval(site, parent)]);
    case 'JSXExpressionContainer':
      return removeFromJsx(site, parent, value);
    default:
      return undefined;
  }
}

function attributeRemoval(site: Site, attribute: Node) {
  let start = attribute.start!;
  while (/\s/.test(site.file.text[start - 1] ?? '')) start--;
  return { start, end: attribute.end!, text: '' };
}

/** `[on && x, y].filter(Boolean)` loses what is falsy anyway. */
function isFilteredByBoolean(site: Site, array: Node): boolean {
  const member = site.parents.parent(array);
  if (member?.type !== 'MemberExpression' || member.object !== array || member.computed) return false;
  if (member.property.type !== 'Identifier' || member.property.name !== 'filter') return false;
  const call = site.parents.parent(member);
  if (call?.type !== 'CallExpression' || call.arguments.length !== 1) return false;
  const filter = call.arguments[0]!;
  return filter.type === 'Identifier' && filter.name === 'Boolean' && site.isGlobal(filter);
}

/** `const hide = !on` makes `hide` a constant; `const label = on ? 'new' : 'old'` only gives the label its text. */
function birthOf(site: Site, { value, node, uncovered }: KnownExpression, parent: Node): Birth | undefined {
  if (parent.type !== 'VariableDeclarator' || parent.init !== node || parent.id.type !== 'Identifier') return undefined;
  if (uncovered && typeof value !== 'boolean') return undefined;
  const exported = site.isExported(parent.id);
  return { name: parent.id.name, offset: parent.id.start!, value, exported };
}

function flowOf(site: Site, node: Node): Flow | undefined {
  const parent = site.parents.parent(node);
  if (!parent) return undefined;
  const flow = (kind: Flow['kind'], receiver: string): Flow => ({ kind, offset: node.start!, receiver });
  switch (parent.type) {
    case 'ReturnStatement':
      return flow('returned-value', 'the function');
    case 'ArrowFunctionExpression':
      return parent.body === node ? flow('returned-value', 'the function') : undefined;
    case 'CallExpression':
    case 'OptionalCallExpression':
    case 'NewExpression':
      return flow('passed-value', `${sourceOf(site, parent.callee).replace(/\s+/g, ' ').slice(0, 60)}()`);
    case 'JSXExpressionContainer': {
      const attribute = site.parents.parent(parent);
      return attribute?.type === 'JSXAttribute'
        ? flow('passed-value', `the prop ${sourceOf(site, attribute.name)}`)
        : undefined;
    }
    case 'ObjectProperty':
      return flow('stored-value', `the property ${sourceOf(site, parent.key)}`);
    case 'ClassProperty':
    case 'ClassPrivateProperty':
      return flow('stored-value', `the field ${sourceOf(site, parent.key)}`);
    case 'AssignmentExpression':
      return flow('stored-value', sourceOf(site, parent.left));
    case 'AssignmentPattern':
      return flow('stored-value', `the default of ${sourceOf(site, parent.left)}`);
    default:
      return undefined;
  }
}
