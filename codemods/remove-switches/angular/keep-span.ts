import type { Edit } from '@ffsd/edits';
import type { AngularFile, AngularNode, Span, Where } from '@ffsd/templates';
import { keepPart, removePart } from '@ffsd/templates';
import type { FoldResult } from '../fold-result.ts';
import { edited, refused } from '../fold-result.ts';
import { allNodes, namesGiven } from './nodes-in.ts';
import type { Site } from './site.ts';

/** What stays of a node: the nodes between its tags or braces. */
export interface KeptPart {
  readonly inner: Span;
  readonly children: readonly AngularNode[];
}

/** Puts the content of an element or branch where the whole stands; without any the whole goes. */
export function keepSpan(site: Site, whole: AngularNode, kept: KeptPart | undefined): FoldResult {
  const { file } = site;
  if (!kept) return edited([removePart(file.text, whole, whereOf(whole))]);
  const clash = clashOf(file, whole, kept.children);
  if (clash !== undefined) return refused('would-break', `the template would have ${clash} twice`);
  noteProjection(site, whole, kept.children);
  return edited(keepContent(file, whole, kept.inner));
}

function keepContent(file: AngularFile, whole: AngularNode, inner: Span): readonly Edit[] {
  return keepPart(file.text, whole, inner, {
    where: whereOf(whole),
    isContent: (offset) => isContentIn(file, offset),
  });
}

/** Whether the beginning of a line is content, as in `<pre>`, and no indentation. */
export function isContentIn(file: AngularFile, offset: number): boolean {
  return allNodes(file.nodes).some(
    (one) => one.kind === 'element' && isExact(one) && one.start < offset && offset < one.end,
  );
}

/** What white space means where the node stands. */
export function whereOf(node: AngularNode): Where {
  for (let above = node.parent; above; above = above.parent) {
    if (above.kind === 'element' && isExact(above)) return 'exact';
  }
  return 'markup';
}

function isExact({ name }: { readonly name: string }): boolean {
  return name === 'pre' || name === 'textarea';
}

/** A directive or block around names has them for itself; without it they are those of the template around. */
export function clashOf(file: AngularFile, whole: Span, children: readonly AngularNode[]): string | undefined {
  const inside = children.flatMap((one) => namesGiven(file, one));
  const isOutside = (one: AngularNode) => one.end <= whole.start || one.start >= whole.end;
  const outside = allNodes(file.nodes)
    .filter(isOutside)
    .flatMap((one) => namesGiven(file, one));
  return inside.find((name) => outside.includes(name));
}

/** `<app-card>` may put what it is given into several slots, by what the outermost nodes are. */
function noteProjection(site: Site, whole: AngularNode, children: readonly AngularNode[]): void {
  const { parent } = whole;
  if (parent?.kind !== 'element' || !/-/.test(parent.name) || parent.name.startsWith('ng-')) return;
  const elements = children.filter(({ kind }) => kind !== 'text');
  // A block around one element goes into the slot of the element.
  if (whole.kind !== 'element' && children.length === 1 && elements.length === 1) return;
  if (elements.length > 0) site.assumptions.push(`<${parent.name}> shows what it is given here in one place`);
}
