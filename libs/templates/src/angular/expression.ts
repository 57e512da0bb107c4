import type { Span } from '../span.ts';

export type AngularComparator = '==' | '!=' | '===' | '!==' | '<' | '<=' | '>' | '>=';

interface Common extends Span {
  readonly parent: AngularExpression | undefined;
}

/** An expression of a template, with its offsets in the text of the file. What no fold has to know of is `other`. */
export type AngularExpression =
  | (Common & { readonly type: 'literal'; readonly value: string | number | boolean | null | undefined })
  /** A name of the component, or of the template: `on`, `this.on`. */
  | (Common & {
      readonly type: 'name';
      readonly name: string;
      readonly nameSpan: Span;
      /** `{ on }`, which is `{ on: on }`. */
      readonly isShorthand: boolean;
    })
  | (Common & {
      readonly type: 'member';
      readonly object: AngularExpression;
      readonly name: string;
      readonly nameSpan: Span;
    })
  | (Common & { readonly type: 'item'; readonly object: AngularExpression; readonly index: AngularExpression })
  | (Common & {
      readonly type: 'call';
      readonly callee: AngularExpression;
      readonly args: readonly AngularExpression[];
    })
  | (Common & { readonly type: 'not'; readonly operand: AngularExpression })
  | (Common & {
      readonly type: 'logical';
      readonly operator: '&&' | '||' | '??';
      readonly left: AngularExpression;
      readonly right: AngularExpression;
    })
  | (Common & {
      readonly type: 'comparison';
      readonly operator: AngularComparator;
      readonly left: AngularExpression;
      readonly right: AngularExpression;
    })
  | (Common & {
      readonly type: 'conditional';
      readonly test: AngularExpression;
      readonly body: AngularExpression;
      readonly otherwise: AngularExpression;
    })
  | (Common & {
      readonly type: 'pipe';
      readonly object: AngularExpression;
      readonly name: string;
      readonly nameSpan: Span;
      readonly args: readonly AngularExpression[];
    })
  /** `(on)`, and `on!`, which is for types alone. */
  | (Common & { readonly type: 'group'; readonly inner: AngularExpression })
  | (Common & { readonly type: 'write'; readonly target: AngularExpression; readonly value: AngularExpression })
  /** With the names that it binds itself: `(item) => item.on`. */
  | (Common & {
      readonly type: 'other';
      readonly parts: readonly AngularExpression[];
      readonly binds: readonly string[];
    });

/** The expression and everything in it, in the order of the text. */
export function withAngularParts(expression: AngularExpression): readonly AngularExpression[] {
  return [expression, ...partsOf(expression).flatMap(withAngularParts)];
}

export function partsOf(node: AngularExpression): readonly AngularExpression[] {
  switch (node.type) {
    case 'literal':
    case 'name':
      return [];
    case 'member':
      return [node.object];
    case 'item':
      return [node.object, node.index];
    case 'call':
      return [node.callee, ...node.args];
    case 'not':
      return [node.operand];
    case 'logical':
    case 'comparison':
      return [node.left, node.right];
    case 'conditional':
      return [node.test, node.body, node.otherwise];
    case 'pipe':
      return [node.object, ...node.args];
    case 'group':
      return [node.inner];
    case 'write':
      return [node.target, node.value];
    case 'other':
      return node.parts;
    default:
      return node satisfies never;
  }
}
