import type { Span } from '../span.ts';

/** A node of Svelte's tree, as far as it is looked at here. Its parser gives more kinds than its types tell. */
export interface SvelteNode extends Span {
  readonly type: string;
  readonly [key: string]: unknown;
}

export interface SvelteFragment {
  readonly nodes: readonly SvelteNode[];
}

export function nodeAt(node: SvelteNode, key: string): SvelteNode | undefined {
  const value = node[key];
  return typeof value === 'object' && value !== null && 'type' in value ? (value as SvelteNode) : undefined;
}

export function nodesAt(node: SvelteNode, key: string): readonly SvelteNode[] {
  const value = node[key];
  return Array.isArray(value) ? (value as readonly SvelteNode[]) : [];
}

export function fragmentAt(node: SvelteNode, key: string): SvelteFragment | undefined {
  const value = node[key];
  return typeof value === 'object' && value !== null && 'nodes' in value ? (value as SvelteFragment) : undefined;
}
