import type { Span } from '../span.ts';
import type { IfBranch, IfChain } from './svelte-host.ts';
import type { SvelteFragment, SvelteNode } from './svelte-nodes.ts';
import { fragmentAt, nodeAt } from './svelte-nodes.ts';

/** The branches of an `{#if}` with their tags, and the blocks of `{:else if}` in it, which Svelte nests. */
export function ifChain(
  text: string,
  block: SvelteNode,
  isExact: boolean,
): { readonly chain: IfChain; readonly blocks: readonly SvelteNode[]; readonly last: SvelteFragment | undefined } {
  const branches: IfBranch[] = [];
  const blocks: SvelteNode[] = [];
  const close = { start: text.lastIndexOf('{/if', block.end), end: block.end };
  let at: SvelteNode | undefined = block;
  let start = block.start;
  let last: SvelteFragment | undefined;
  while (at) {
    blocks.push(at);
    const headEnd = text.indexOf('}', nodeAt(at, 'test')!.end) + 1;
    const nodes = fragmentAt(at, 'consequent')?.nodes ?? [];
    const content = { start: headEnd, end: nodes.at(-1)?.end ?? headEnd };
    branches.push({ head: { start, end: headEnd }, content, isElse: false, isBound: isBound(text, nodes, content) });
    const alternate = fragmentAt(at, 'alternate');
    at = undefined;
    if (!alternate) continue;
    start = content.end;
    const [first] = alternate.nodes;
    if (first?.type === 'IfBlock' && first.elseif === true) {
      at = first;
      start = first.start;
      continue;
    }
    const end = text.indexOf('}', start) + 1;
    last = alternate;
    const rest = { start: end, end: close.start };
    branches.push({ head: { start, end }, content: rest, isElse: true, isBound: isBound(text, alternate.nodes, rest) });
  }
  return { chain: { start: block.start, end: block.end, branches, close, isExact }, blocks, last };
}

function isBound(text: string, nodes: readonly SvelteNode[], { start, end }: Span): boolean {
  const declares = nodes.some(
    ({ type }) => type === 'ConstTag' || type === 'SnippetBlock' || type === 'DeclarationTag',
  );
  return declares || text.slice(start, end).includes('<svelte:self');
}
