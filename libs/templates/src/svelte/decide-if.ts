import type { Edit } from '@ffsd/edits';
import { beginsLine, endsLine } from '@ffsd/edits';
import { keepPart } from '../keep-part.ts';
import { removePart } from '../remove-part.ts';
import type { Span } from '../span.ts';
import type { IfBranch, IfChain } from './svelte-host.ts';

/**
 * Decides a test of an `{#if}`: its branch stays without the others, or goes and leaves its place to the next one.
 *
 * @returns undefined when what stays may stand in a block alone
 */
export function decideIf(text: string, chain: IfChain, index: number, holds: boolean): readonly Edit[] | undefined {
  const { branches, close } = chain;
  const branch = branches[index]!;
  const next = branches[index + 1];
  if (holds) {
    if (index === 0) return keepContent(text, chain, branch);
    const rest = { start: branch.content.end, end: close.start, text: '' };
    return [{ ...branch.head, text: '{:else}' }, ...(next ? [rest] : [])];
  }
  if (index > 0) return [{ start: branch.head.start, end: next?.head.start ?? close.start, text: '' }];
  if (!next) return [removePart(text, chain, where(chain))];
  if (next.isElse) return keepContent(text, chain, next);
  const opening = /^\{:else\s+if/.exec(text.slice(next.head.start, next.head.end));
  return [{ start: chain.start, end: next.head.start + (opening?.[0].length ?? 0), text: '{#if' }];
}

/** White space at the edges of a block is not shown, so on one line none of it comes out of the block. */
function keepContent(text: string, chain: IfChain, { content, isBound }: IfBranch): readonly Edit[] | undefined {
  if (isBound) return undefined;
  const isOnLines = beginsLine(text, chain.start) && endsLine(text, content.start) && beginsLine(text, content.end);
  return keepPart(text, chain, isOnLines ? content : trimmed(text, content), { where: where(chain) });
}

function trimmed(text: string, { start, end }: Span): Span {
  const inner = text.slice(start, end);
  if (inner.trim() === '') return { start, end: start };
  return { start: start + inner.search(/\S/), end: start + inner.trimEnd().length };
}

function where({ isExact }: IfChain): 'exact' | 'markup' {
  return isExact ? 'exact' : 'markup';
}
