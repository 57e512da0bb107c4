import type { TemplateChildNode } from '@vue/compiler-dom';
import type { Span } from '../span.ts';
import { chainOf } from './chain.ts';
import type { VueElement } from './vue-host.ts';
import { innerSpan, spanOf } from './vue-nodes.ts';

/**
 * What an edit of a template counts on: the tag that it is in, or the children beside it, and all branches of a test, since a `v-else`
 * is nothing without the `v-if` before it. Undefined outside of the template.
 */
export function hullInVue(text: string, roots: readonly VueElement[], edit: Span): Span | undefined {
  const root = roots.find(({ node }) => contains(spanOf(node), edit));
  return root && hullIn(text, root, edit);
}

function hullIn(text: string, element: VueElement, edit: Span): Span {
  const { node } = element;
  const child = node.children.find((one) => contains(spanOf(one), edit));
  if (child?.type === 1) return hullIn(text, { node: child, parent: element }, edit);
  const inner = innerSpan(text, node);
  if (edit.end <= inner.start) {
    const tag = { start: node.loc.start.offset, end: inner.start };
    const [chain] = element.parent ? [chainHull(text, element)] : [];
    return chain ? around(tag, chain) : tag;
  }
  const touched = node.children.filter(({ loc }) => loc.start.offset <= edit.end && loc.end.offset >= edit.start);
  return touched.reduce<Span>(
    (hull, one) => {
      const chain = one.type === 1 ? chainHull(text, { node: one, parent: element }) : undefined;
      return around(hull, chain ?? spanOf(one));
    },
    besides(text, element, edit),
  );
}

function chainHull(text: string, element: VueElement): Span | undefined {
  const chain = chainOf(element);
  const [first, last] = [chain[0], chain.at(-1)];
  return first && last && element.parent
    ? besides(text, element.parent, { start: first.start, end: last.end })
    : undefined;
}

/** From within the child before to within the child behind. */
function besides(text: string, { node }: VueElement, { start, end }: Span): Span {
  const inner = innerSpan(text, node);
  const isBefore = ({ loc }: TemplateChildNode) => loc.end.offset <= start;
  const before = node.children.filter(isBefore).at(-1)?.loc.end.offset ?? inner.start;
  const behind = node.children.find(({ loc }) => loc.start.offset >= end)?.loc.start.offset ?? inner.end;
  return { start: Math.min(start, before - 1), end: Math.max(end, behind + 1) };
}

function contains(outer: Span, inner: Span): boolean {
  return outer.start < inner.start && inner.end < outer.end;
}

function around(one: Span, other: Span): Span {
  return { start: Math.min(one.start, other.start), end: Math.max(one.end, other.end) };
}
