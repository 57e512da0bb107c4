import type { TemplateCode } from '../component/component-file.ts';
import type { SvelteHost } from './svelte-host.ts';
import type { SvelteNode } from './svelte-nodes.ts';

/** An expression of the template. Svelte spells them as they are. */
export function codeAt(
  text: string,
  node: SvelteNode | undefined,
  host: SvelteHost,
  isWritten = false,
): readonly TemplateCode[] {
  if (!node) return [];
  const { start, end } = node;
  const code = text.slice(start, end);
  return [{ kind: 'code', start, end, code, isExact: true, mayBeStatements: false, isWritten, host }];
}
