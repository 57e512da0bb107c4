import type { Span } from '../span.ts';

export type Literal = boolean | number | string | null;

/** A part of a tag that has a value. */
export type Expression = Span & { parent: Expression | undefined } & (
    | { readonly type: 'literal'; readonly value: Literal }
    | { readonly type: 'name'; readonly name: string }
    /** `user.name`, and in Django `list.0`. */
    | { readonly type: 'member'; readonly object: Expression; readonly property: string; readonly propertySpan: Span }
    | { readonly type: 'item'; readonly object: Expression; readonly index: Expression }
    | { readonly type: 'call'; readonly callee: Expression; readonly args: readonly Argument[] }
    /** `name|filter:argument` in Django, `name|filter(arguments)` in Jinja. */
    | {
        readonly type: 'filter';
        readonly object: Expression;
        readonly name: string;
        readonly args: readonly Argument[];
      }
    /** `x is defined` in Jinja. */
    | {
        readonly type: 'test';
        readonly object: Expression;
        readonly negated: boolean;
        readonly name: string;
        readonly args: readonly Argument[];
      }
    | { readonly type: 'not'; readonly operand: Expression }
    | {
        readonly type: 'logical';
        readonly operator: 'and' | 'or';
        readonly left: Expression;
        readonly right: Expression;
      }
    | {
        readonly type: 'comparison';
        readonly operator: Comparator;
        readonly left: Expression;
        readonly right: Expression;
      }
    /** `body if test else otherwise` in Jinja. */
    | {
        readonly type: 'conditional';
        readonly body: Expression;
        readonly test: Expression;
        readonly otherwise: Expression | undefined;
      }
    | { readonly type: 'group'; readonly inner: Expression }
    /** Sums, lists, chains of comparisons: what is never folded itself. */
    | { readonly type: 'other'; readonly parts: readonly Expression[] }
  );

export type Comparator = '==' | '!=' | '<' | '<=' | '>' | '>=' | 'in' | 'not in' | 'is' | 'is not';

export interface Argument extends Span {
  readonly name: string | undefined;
  readonly value: Expression;
}

export function childrenOf(node: Expression): readonly Expression[] {
  switch (node.type) {
    case 'literal':
    case 'name':
      return [];
    case 'member':
      return [node.object];
    case 'item':
      return [node.object, node.index];
    case 'call':
      return [node.callee, ...node.args.map(({ value }) => value)];
    case 'filter':
    case 'test':
      return [node.object, ...node.args.map(({ value }) => value)];
    case 'not':
      return [node.operand];
    case 'logical':
    case 'comparison':
      return [node.left, node.right];
    case 'conditional':
      return [node.body, node.test, ...(node.otherwise ? [node.otherwise] : [])];
    case 'group':
      return [node.inner];
    case 'other':
      return node.parts;
    default:
      return node satisfies never;
  }
}

/** The expression and everything in it, the outer ones first. */
export function withParts(node: Expression): readonly Expression[] {
  return [node, ...childrenOf(node).flatMap(withParts)];
}
