import type { JSXExpressionContainer, JSXFragment, Node } from '@babel/types';
import type { Edit } from '@ffsd/edits';
import type { Constant } from '@ffsd/fold';
import {
  beginsLine,
  endsLine,
  indentOf,
  keepSpan,
  lineStart,
  meaningOfJsxText,
  nextLine,
  reindent,
  removeLines,
} from '@ffsd/typescript';
import type { FoldResult, Site } from './site.ts';
import { edited, sourceOf } from './site.ts';

/**
 * `{on && <B/>}` becomes `<B/>`; undefined when the braces must stay.
 *
 * Only an element or fragment can stand without braces: `{on && 'a > b'}` as text would be `a > b`, which is no JSX.
 */
export function replaceInJsx(
  site: Site,
  container: JSXExpressionContainer,
  whole: Node,
  kept: Node,
): FoldResult | undefined {
  if (container.expression !== whole || !isChild(site, container)) return undefined;
  if (kept.type === 'JSXFragment') {
    const inlined = inlineFragment(site, container, kept);
    if (inlined) return edited(inlined);
  }
  if (kept.type !== 'JSXElement' && kept.type !== 'JSXFragment') return undefined;
  return edited(keepSpan(site.file, container, kept));
}

/** Removes a child that renders nothing; undefined when the text around it would run together. */
export function removeFromJsx(site: Site, container: JSXExpressionContainer, value: Constant): FoldResult | undefined {
  if (!isChild(site, container) || (value !== null && value !== undefined && typeof value !== 'boolean'))
    return undefined;
  const edit = removeLines(site.file, container.start!, container.end!);
  if (!keepsText(site, container, edit)) return undefined;
  return edited([edit]);
}

function isChild(site: Site, container: Node): boolean {
  const parent = site.parents.parent(container);
  return parent?.type === 'JSXElement' || parent?.type === 'JSXFragment';
}

/**
 * Whether the texts on both sides still mean the same when nothing stands between them.
 *
 * ```text
 * one                    one
 * {on && <b>two</b>}     three     // oops! "onethree" becomes "one three"
 * three
 * ```
 */
function keepsText(site: Site, container: Node, { start, end }: Edit): boolean {
  const parent = site.parents.parent(container)!;
  const children = parent.type === 'JSXElement' || parent.type === 'JSXFragment' ? parent.children : [];
  const index = children.indexOf(container as never);
  const textOf = (node: Node | undefined) => (node?.type === 'JSXText' ? sourceOf(site, node) : '');
  const before = textOf(children[index - 1]);
  const after = textOf(children[index + 1]);
  const joined = before.slice(0, before.length - (container.start! - start)) + after.slice(end - container.end!);
  return meaningOfJsxText(joined) === meaningOfJsxText(before) + meaningOfJsxText(after);
}

/** The children of a fragment in its place, when both stand on lines of their own. */
function inlineFragment(site: Site, container: Node, fragment: JSXFragment): Edit[] | undefined {
  const { file } = site;
  const { text } = file;
  const inner = { start: fragment.openingFragment.end!, end: fragment.closingFragment.start! };
  const onItsLines = beginsLine(text, container.start!) && endsLine(text, container.end!);
  if (!onItsLines || !endsLine(text, inner.start) || !beginsLine(text, inner.end)) return undefined;
  const first = nextLine(text, inner.start);
  const last = lineStart(text, inner.end);
  const content = text.slice(first, last);
  if (content.trim() === '') return undefined;
  const start = first + content.search(/\S/);
  const end = last - (content.length - content.trimEnd().length);
  // Text next to the container would run into text of the fragment.
  const children = fragment.children.filter((child) => child.type !== 'JSXText' || child.value.trim() !== '');
  const atEdge = [children[0], children.at(-1)].some((child) => child?.type === 'JSXText');
  if (atEdge && hasTextNeighbour(site, container)) return undefined;
  return [
    { start: container.start!, end: start, text: '' },
    ...reindent(file, start, end, indentOf(text, start), indentOf(text, container.start!)),
    { start: end, end: container.end!, text: '' },
  ];
}

function hasTextNeighbour(site: Site, container: Node): boolean {
  const parent = site.parents.parent(container)!;
  const children = parent.type === 'JSXElement' || parent.type === 'JSXFragment' ? parent.children : [];
  const index = children.indexOf(container as never);
  return [children[index - 1], children[index + 1]].some(
    (child) => child?.type === 'JSXText' && child.value.trim() !== '',
  );
}
