import type { DirectiveNode, ElementNode, InterpolationNode } from '@vue/compiler-dom';

/** Where an expression of a template stands. */
export type VueHost =
  | { readonly kind: 'interpolation'; readonly node: InterpolationNode; readonly element: VueElement }
  | { readonly kind: 'directive'; readonly directive: DirectiveNode; readonly element: VueElement }
  /** In a style sheet, or as the name of an argument: it is a use, and nothing is decided by it. */
  | { readonly kind: 'other' };

/** An element and where it stands. */
export interface VueElement {
  readonly node: ElementNode;
  readonly parent: VueElement | undefined;
}
