import type { Span } from '../span.ts';

/** Where an expression of a template stands. */
export type SvelteHost =
  | { readonly kind: 'if'; readonly chain: IfChain; readonly index: number }
  /** `{title}` between tags. */
  | { readonly kind: 'text'; readonly tag: Span; readonly isExact: boolean }
  | ({ readonly kind: 'attribute' } & SvelteAttribute)
  /** `class:new={on}` */
  | { readonly kind: 'class'; readonly name: string; readonly directive: Span; readonly classes: Span | undefined }
  /** An expression between braces that may be a constant as well. */
  | { readonly kind: 'braces' }
  /** Nothing is decided there. */
  | { readonly kind: 'fixed' };

export interface SvelteAttribute {
  readonly name: string;
  /** The whole attribute, and the braces. */
  readonly attribute: Span;
  readonly tag: Span;
  /** `{title}` alone stands for `title={title}`. */
  readonly isShorthand: boolean;
  /** Text stands beside the braces. */
  readonly isMixed: boolean;
  readonly isOfComponent: boolean;
}

/** `{#if}{:else if}{:else}{/if}` */
export interface IfChain extends Span {
  readonly branches: readonly IfBranch[];
  readonly close: Span;
  readonly isExact: boolean;
}

export interface IfBranch {
  readonly head: Span;
  readonly content: Span;
  readonly isElse: boolean;
  /** What it holds may stand in a block alone: `{@const}`, a snippet, the component itself. */
  readonly isBound: boolean;
}
