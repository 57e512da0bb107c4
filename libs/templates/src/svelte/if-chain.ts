import type { Span } from '../span.ts';
import type { IfChain } from './svelte-host.ts';
import type { SvelteFragment, SvelteNode } from './svelte-nodes.ts';
import { fragmentAt, nodeAt } from './svelte-nodes.ts';

/** The branches of an `{#if}` with their tags, and the blocks of `{:else if}` in it, which Svelte nests. */
export function ifChain(
  text: string,
  block: SvelteNode,
  isExact: boolean,
): { readonly chain: IfChain; readonly blocks: readonly SvelteNode[]; readonly last: SvelteFragment | undefined } {
  const branches: { head: Span; content: Span; isElse: boolean }[] = [];
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
    branches.push({ head: { start, end: headEnd }, content, isElse: false });
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
    branches.push({ head: { start, end }, content: { start: end, end: close.start }, isElse: true });
  }
  return { chain: { start: block.start, end: block.end, branches, close, isExact }, blocks, last };
}
