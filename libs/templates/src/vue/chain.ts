import type { DirectiveNode, ElementNode } from '@vue/compiler-dom';
import type { Span } from '../span.ts';
import type { VueElement } from './vue-host.ts';
import { directiveOf, spanOf } from './vue-nodes.ts';

/** One of the elements of `v-if`, `v-else-if`, `v-else`, of which at most one is shown. */
export interface ChainBranch {
  readonly element: ElementNode;
  readonly directive: DirectiveNode;
  /** From the first of the comments between it and the branch before. */
  readonly start: number;
  readonly end: number;
}

/** The branches to which the element belongs, in their order; none when it has no test. */
export function chainOf({ node, parent }: VueElement): readonly ChainBranch[] {
  const own = branchDirective(node);
  if (!own || !parent) return [];
  const chain: ChainBranch[] = [];
  let between: Span | undefined;
  for (const child of parent.node.children) {
    if (child.type === 3) between ??= spanOf(child);
    if (child.type === 3 || (child.type === 2 && child.content.trim() === '')) continue;
    const directive = child.type === 1 ? branchDirective(child) : undefined;
    const isNext = directive !== undefined && directive.name !== 'if' && chain.length > 0;
    if (!isNext && chain.some(({ element }) => element === node)) return chain;
    if (!isNext) chain.length = 0;
    if (child.type === 1 && directive && (isNext || directive.name === 'if')) {
      const { start, end } = spanOf(child);
      chain.push({ element: child, directive, start: isNext ? (between?.start ?? start) : start, end });
    }
    between = undefined;
  }
  return chain.some(({ element }) => element === node) ? chain : [];
}

function branchDirective(node: ElementNode): DirectiveNode | undefined {
  return directiveOf(node, 'if') ?? directiveOf(node, 'else-if') ?? directiveOf(node, 'else');
}
