import type { Span } from '../span.ts';
import type { AngularExpression } from './expression.ts';

interface Common extends Span {
  readonly parent: AngularNode | undefined;
}

/** An element, `<ng-container>`, `<ng-template>` or `<ng-content>`. */
export interface AngularElement extends Common {
  readonly kind: 'element';
  readonly name: string;
  readonly open: Span;
  readonly close: Span | undefined;
  /** In the order of the text, without those that only tell translators something. */
  readonly attributes: readonly AngularAttribute[];
  /** `*ngIf="…"` */
  readonly structural: AngularStructural | undefined;
  readonly children: readonly AngularNode[];
}

export interface AngularAttribute extends Span {
  readonly kind:
    | 'text'
    | 'property'
    | 'attribute'
    | 'class'
    | 'style'
    | 'animation'
    | 'two-way'
    | 'event'
    | 'reference'
    | 'variable';
  readonly name: string;
  /** As it is written, without its quotes. */
  readonly value: string | undefined;
}

/** `*ngIf="on; else old"`: what stands for `[ngIf]="on" [ngIfElse]="old"` on a template around the element. */
export interface AngularStructural extends Span {
  readonly name: string;
  /** What it is given, with the part of the text that says so; the first begins with the value of the attribute. */
  readonly inputs: readonly (Span & { readonly name: string; readonly expression: AngularExpression })[];
  /** `let item`, `as on` */
  readonly variables: readonly string[];
}

/** `@if (a) {…} @else if (b) {…} @else {…}` */
export interface AngularIf extends Common {
  readonly kind: 'if';
  readonly branches: readonly AngularBranch[];
}

export interface AngularSwitch extends Common {
  readonly kind: 'switch';
  readonly branches: readonly AngularCase[];
}

export interface AngularBranch extends Span {
  /** What stands between its braces. */
  readonly inner: Span;
  readonly test: AngularExpression | undefined;
  /** `@if (user(); as u)` */
  readonly alias: string | undefined;
  readonly children: readonly AngularNode[];
}

export interface AngularCase extends Span {
  readonly inner: Span;
  /** Several share a branch; undefined for `@default`. */
  readonly values: readonly (AngularExpression | undefined)[];
  readonly children: readonly AngularNode[];
}

/** Every other block, and messages with plurals. */
export interface AngularBlock extends Common {
  readonly kind: 'block';
  readonly children: readonly AngularNode[];
}

export interface AngularText extends Common {
  readonly kind: 'text';
}

export type AngularNode = AngularElement | AngularIf | AngularSwitch | AngularBlock | AngularText;

/** Where an expression stands, which says what its value does there. */
export type AngularPlace = {
  readonly expression: AngularExpression;
  /** The characters at the offsets are those of the expression: not so where `&amp;` stands for one. */
  readonly isExact: boolean;
  readonly node: AngularNode;
} & (
  | { readonly kind: 'output'; readonly span: Span; readonly attribute: AngularAttribute | undefined }
  | { readonly kind: 'attribute'; readonly element: AngularElement; readonly attribute: AngularAttribute }
  | { readonly kind: 'structural'; readonly element: AngularElement; readonly input: string }
  | { readonly kind: 'test'; readonly block: AngularIf; readonly index: number }
  | { readonly kind: 'switch'; readonly block: AngularSwitch }
  | { readonly kind: 'let'; readonly name: string; readonly nameSpan: Span; readonly span: Span }
  | { readonly kind: 'other' }
);
