import type { JSXExpressionContainer, JSXFragment, Node, StringLiteral } from '@babel/types';
import type { Edit } from '@ffsd/edits';
import { beginsLine, endsLine, indentOf, lineStart, nextLine } from '@ffsd/edits';
import type { Constant } from '@ffsd/fold';
import { keepSpan, meaningOfJsxText, reindent, removeLines } from '@ffsd/typescript';
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
  if (container.expression !== whole) return undefined;
  if (!isChild(site, container))
    return kept.type === 'StringLiteral' ? attributeText(site, container, kept) : undefined;
  if (kept.type === 'StringLiteral') return childText(site, container, kept);
  if (kept.type === 'JSXFragment') {
    const inlined = inlineFragment(site, container, kept);
    if (inlined) return edited(inlined);
  }
  if (kept.type !== 'JSXElement' && kept.type !== 'JSXFragment') return undefined;
  return edited(keepSpan(site.file, container, kept));
}

/** `title={on ? 'new' : 'old'}` becomes `title="new"`. */
function attributeText(
  site: Site,
  container: JSXExpressionContainer,
  { value }: StringLiteral,
): FoldResult | undefined {
  if (site.parents.parent(container)?.type !== 'JSXAttribute' || /["\\&\r\n]/.test(value)) return undefined;
  return edited([{ start: container.start!, end: container.end!, text: `"${value}"` }]);
}

/** Whether a text means itself between tags, wherever it stands. */
export function isPlainText(value: string): boolean {
  return /^[\w.,:;!?'()/+-](?:[\w .,:;!?'()/+-]*[\w.,:;!?'()/+-])?$/.test(value);
}

/** `<p>{on ? 'Pay now' : 'Go on'}</p>` becomes `<p>Pay now</p>`, unless the text would mean something else there. */
export function childText(site: Site, container: Node, { value }: StringLiteral): FoldResult | undefined {
  if (!isPlainText(value)) return undefined;
  const edit = { start: container.start!, end: container.end!, text: value };
  const [before, after] = neighbours(site, container);
  if (meaningOfJsxText(before + value + after) !== meaningOfJsxText(before) + value + meaningOfJsxText(after))
    return undefined;
  return edited([edit]);
}

/**
 * Removes a child that renders nothing; undefined when the text around it would run together in every way of writing it.
 *
 * JSX trims text at line breaks, so it matters how much goes: the whole line, only the braces, or all white space but one `{' '}`.
 */
export function removeFromJsx(site: Site, container: Node, value: Constant): FoldResult | undefined {
  if (!isChild(site, container) || (value !== null && value !== undefined && typeof value !== 'boolean'))
    return undefined;
  const { text } = site.file;
  const line = removeLines(site.file, container.start!, container.end!);
  const exact = { start: container.start!, end: container.end!, text: '' };
  const spaces = (from: number, step: 1 | -1) => {
    let at = from;
    while (/[ \t]/.test(text[step === 1 ? at : at - 1] ?? '')) at += step;
    return at;
  };
  const atStart = beginsLine(text, container.start!);
  const atEnd = endsLine(text, container.end!);
  const bare = { start: atEnd ? spaces(container.start!, -1) : container.start!, end: container.end!, text: '' };
  const space = {
    start: atStart ? container.start! : spaces(container.start!, -1),
    end: atEnd ? container.end! : spaces(container.end!, 1),
    text: "{' '}",
  };
  const edit = (atStart && atEnd ? [line, space] : [bare, exact, space]).find((one) => keepsText(site, container, one));
  return edit && edited([edit]);
}

export function isChild(site: Site, container: Node): boolean {
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
function keepsText(site: Site, container: Node, { start, end, text }: Edit): boolean {
  const [before, after] = neighbours(site, container);
  const left = before.slice(0, before.length - (container.start! - start));
  const right = after.slice(end - container.end!);
  const wanted = meaningOfJsxText(before) + meaningOfJsxText(after);
  if (text) return `${meaningOfJsxText(left)} ${meaningOfJsxText(right)}` === wanted;
  return meaningOfJsxText(left + right) === wanted;
}

/** The raw texts right before and behind a child; empty where an element or another expression stands. */
export function neighbours(site: Site, container: Node): readonly [string, string] {
  const parent = site.parents.parent(container)!;
  const children = parent.type === 'JSXElement' || parent.type === 'JSXFragment' ? parent.children : [];
  const index = children.indexOf(container as never);
  const textOf = (node: Node | undefined) => (node?.type === 'JSXText' ? sourceOf(site, node) : '');
  return [textOf(children[index - 1]), textOf(children[index + 1])];
}

/** The children of a fragment in its place, when both stand on lines of their own. */
function inlineFragment(site: Site, container: Node, fragment: JSXFragment): Edit[] | undefined {
  const inner = { start: fragment.openingFragment.end!, end: fragment.closingFragment.start! };
  return inlineChildren(site, container, fragment.children, inner);
}

/**
 * The same for the children of any element.
 *
 * @param container what goes
 * @param inner what stands between the tags
 */
export function inlineChildren(
  site: Site,
  container: Node,
  all: readonly Node[],
  inner: { readonly start: number; readonly end: number },
): Edit[] | undefined {
  const { file } = site;
  const { text } = file;
  const onItsLines = beginsLine(text, container.start!) && endsLine(text, container.end!);
  if (!onItsLines || !endsLine(text, inner.start) || !beginsLine(text, inner.end)) return undefined;
  const first = nextLine(text, inner.start);
  const last = lineStart(text, inner.end);
  const content = text.slice(first, last);
  if (content.trim() === '') return undefined;
  const start = first + content.search(/\S/);
  const end = last - (content.length - content.trimEnd().length);
  // Text next to the container would run into text of the fragment.
  const children = all.filter((child) => child.type !== 'JSXText' || hasText(child.value));
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
  return [children[index - 1], children[index + 1]].some((child) => child?.type === 'JSXText' && hasText(child.value));
}

/** A no-break space is text, although `trim` takes it for white space. */
export function hasText(value: string): boolean {
  return /[^ \t\r\n]/.test(value);
}
