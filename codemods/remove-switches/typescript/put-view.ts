import type { JSXElement, JSXFragment, Node } from '@babel/types';
import type { Edit } from '@ffsd/edits';
import { keepSpan, meaningOfJsxText, outerSpan } from '@ffsd/typescript';
import { replaceExpression } from './replace-expression.ts';
import {
  childText,
  hasText,
  inlineChildren,
  isChild,
  isPlainText,
  neighbours,
  removeFromJsx,
} from './replace-in-jsx.ts';
import { runTogether } from './run-together.ts';
import type { FoldResult, Site } from './site.ts';
import { edited, sourceOf } from './site.ts';

/** What is shown in the place of an element. */
export type View =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'expression'; readonly node: Node }
  /** The children of an element or fragment. */
  | { readonly kind: 'children'; readonly of: JSXElement | JSXFragment };

/**
 * Puts a part of an element, or nothing, in the place of the whole.
 *
 * @returns undefined where neither can stand
 */
export function putView(site: Site, element: JSXElement, view: View): FoldResult | undefined {
  const plain = simplified(view);
  if (isChild(site, element)) return amongChildren(site, element, plain);
  const parent = site.parents.parent(element);
  if (!parent || parent.type === 'JSXAttribute') return undefined;
  switch (plain.kind) {
    case 'nothing':
      return nullFor(site, element, parent);
    case 'expression':
      // A component that returns `count && <b/>` would return 0, and older versions of React refuse undefined.
      if (parent.type !== 'JSXExpressionContainer' && !isElement(plain.node))
        return inFragment(site, element, plain.node);
      return replaceExpression(site, element, plain.node, []);
    case 'children':
      return plain.of === element ? edited(asFragment(element)) : replaceExpression(site, element, plain.of, []);
    default:
      return plain satisfies never;
  }
}

/** One element alone needs no fragment around it, and `null` is nothing. */
function simplified(view: View): View {
  if (view.kind === 'nothing') return view;
  if (view.kind === 'expression') {
    const { node } = view;
    if (node.type === 'JSXFragment') return simplified({ kind: 'children', of: node });
    const empty =
      /^(?:Null|Boolean)Literal$/.test(node.type) || (node.type === 'Identifier' && node.name === 'undefined');
    return empty ? { kind: 'nothing' } : view;
  }
  const children = shownChildren(view.of);
  const [only] = children;
  if (!only) return { kind: 'nothing' };
  return children.length === 1 && isElement(only) ? { kind: 'expression', node: only } : view;
}

/** The children that are more than white space between lines. */
export function shownChildren({ children }: JSXElement | JSXFragment): readonly Node[] {
  return children.filter((child) => child.type !== 'JSXText' || hasText(child.value) || !/[\r\n]/.test(child.value));
}

function isElement({ type }: Node): boolean {
  return type === 'JSXElement' || type === 'JSXFragment';
}

function amongChildren(site: Site, element: JSXElement, view: View): FoldResult {
  switch (view.kind) {
    case 'nothing':
      return (
        removeFromJsx(site, element, null) ?? edited([{ start: element.start!, end: element.end!, text: '{null}' }])
      );
    case 'expression': {
      const { node } = view;
      if (isElement(node)) return edited(keepSpan(site.file, element, node));
      const text = node.type === 'StringLiteral' ? childText(site, element, node) : undefined;
      return text ?? edited(braced(keepSpan(site.file, element, node), element, ['{', '}']));
    }
    case 'children': {
      const inner = innerOf(view.of);
      const inlined = inlineChildren(site, element, view.of.children, inner);
      if (inlined) return edited(inlined);
      if (keepsTexts(site, element, view.of)) return edited(keepSpan(site.file, element, inner));
      return edited(view.of === element ? asFragment(element) : keepSpan(site.file, element, view.of));
    }
    default:
      return view satisfies never;
  }
}

/** Whether the texts at both ends of the children still mean the same when they meet the texts around the element. */
function keepsTexts(site: Site, element: JSXElement, { children }: JSXElement | JSXFragment): boolean {
  const [before, after] = neighbours(site, element);
  const textOf = (node: Node | undefined) => (node?.type === 'JSXText' ? sourceOf(site, node) : '');
  const first = textOf(children[0]);
  const last = textOf(children.at(-1));
  const isSame = (...texts: readonly string[]) =>
    meaningOfJsxText(texts.join('')) === texts.map(meaningOfJsxText).join('');
  return children.length === 1 ? isSame(before, first, after) : isSame(before, first) && isSame(last, after);
}

function innerOf(owner: JSXElement | JSXFragment): { readonly start: number; readonly end: number } {
  return owner.type === 'JSXFragment'
    ? { start: owner.openingFragment.end!, end: owner.closingFragment.start! }
    : { start: owner.openingElement.end!, end: owner.closingElement!.start! };
}

/** Its own tags become those of a fragment. */
function asFragment({ openingElement, closingElement }: JSXElement): Edit[] {
  return [
    { start: openingElement.start!, end: openingElement.end!, text: '<>' },
    { start: closingElement!.start!, end: closingElement!.end!, text: '</>' },
  ];
}

function inFragment(site: Site, element: JSXElement, node: Node): FoldResult {
  if (node.type === 'StringLiteral' && isPlainText(node.value)) {
    return edited([{ start: element.start!, end: element.end!, text: `<>${node.value}</>` }]);
  }
  // As a child of an element the braces come with it.
  const tags = node.type === 'JSXExpressionContainer' ? (['<>', '</>'] as const) : (['<>{', '}</>'] as const);
  return edited(braced(keepSpan(site.file, element, node), element, tags));
}

function braced(edits: readonly Edit[], { start, end }: Node, [open, close]: readonly [string, string]): Edit[] {
  return edits.map((edit) => ({
    ...edit,
    text: (edit.start === start ? open : '') + edit.text + (edit.end === end ? close : ''),
  }));
}

/** Where an expression has to stand, nothing is `null`. */
function nullFor(site: Site, element: JSXElement, parent: Node): FoldResult {
  if (parent.type === 'JSXExpressionContainer') {
    const removed = removeFromJsx(site, parent, null);
    if (removed) return removed;
  }
  const { start, end } = outerSpan(site.file, element);
  const text = runTogether(site.file.text[start - 1], 'n') ? ' null' : 'null';
  return edited([{ start, end, text }]);
}
