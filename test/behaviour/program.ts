/**
 * A program that has nothing in it but what a removed switch can disturb: names, effects, branches and jumps.
 *
 * All programs end: loops that no counter bounds spend fuel, and functions do not call themselves.
 */
export interface Program {
  readonly style: Style;
  readonly body: readonly Statement[];
}

export interface Style {
  readonly semicolons: boolean;
  /** Bodies of one statement stand without braces. */
  readonly bare: boolean;
  /** Every function stands on one line. */
  readonly oneLine: boolean;
  readonly tabs: boolean;
}

export type Literal = string | number | boolean | null | undefined;

/** Names that hold a value: variables of the outermost function, which inner blocks declare again. */
export type Name = 'a' | 'b' | 'c';

/** Names that hold the flag. `maybe` is assigned elsewhere, `pulled` comes out of an object. */
export type FlagName = 'on' | 'hide' | 'maybe' | 'pulled' | 'kind';

export type LogicalOperator = '&&' | '||' | '??';
export type BinaryOperator = '===' | '!==' | '==' | '!=' | '+' | '<';
export type AssignmentOperator = '=' | '&&=' | '||=' | '??=';

export type Expression =
  | { readonly is: 'literal'; readonly value: Literal }
  | { readonly is: 'flag' }
  | { readonly is: 'alias'; readonly name: FlagName }
  | { readonly is: 'name'; readonly name: Name }
  /** Leaves a trace and gives the value. */
  | { readonly is: 'effect'; readonly mark: number; readonly value: Expression }
  | { readonly is: 'not' | 'typeof' | 'void' | 'minus' | 'cast' | 'asserted' | 'boolean'; readonly of: Expression }
  | {
      readonly is: 'logical';
      readonly operator: LogicalOperator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly is: 'binary'; readonly operator: BinaryOperator; readonly left: Expression; readonly right: Expression }
  | { readonly is: 'choice'; readonly test: Expression; readonly yes: Expression; readonly no: Expression }
  | { readonly is: 'sequence'; readonly first: Expression; readonly second: Expression }
  | { readonly is: 'template'; readonly of: Expression }
  | { readonly is: 'array'; readonly items: readonly Item[] }
  | { readonly is: 'object'; readonly items: readonly Item[] }
  | {
      readonly is: 'assignment';
      readonly name: Name | 'maybe';
      readonly operator: AssignmentOperator;
      readonly value: Expression;
    }
  | {
      readonly is: 'arrow';
      readonly parameter: Name | 'on';
      readonly argument: Expression;
      readonly result: Expression;
    }
  /** Calls what the expression gives, if it is a function, with a receiver that notices whether it is one. */
  | { readonly is: 'method'; readonly callee: Expression; readonly argument: Expression }
  | { readonly is: 'function' }
  | { readonly is: 'shorthand'; readonly name: Name | FlagName }
  | { readonly is: 'member'; readonly of: Expression };

export interface Item {
  readonly spread: boolean;
  readonly value: Expression;
}

export type Statement =
  /** With its value in the trace, or as a statement that nobody looks at. */
  | { readonly is: 'shown' | 'expression'; readonly value: Expression }
  | {
      readonly is: 'if';
      readonly test: Expression;
      readonly yes: readonly Statement[];
      readonly no: readonly Statement[] | undefined;
    }
  | { readonly is: 'return' | 'throw'; readonly value: Expression }
  | { readonly is: 'while' | 'do'; readonly test: Expression; readonly body: readonly Statement[] }
  | { readonly is: 'count'; readonly test: Expression | undefined; readonly body: readonly Statement[] }
  | { readonly is: 'each'; readonly name: Name; readonly body: readonly Statement[] }
  | { readonly is: 'break' | 'continue'; readonly labelled: boolean }
  | { readonly is: 'labelled'; readonly body: readonly Statement[]; readonly loop: boolean }
  | { readonly is: 'switch'; readonly on: Expression; readonly cases: readonly Case[] }
  | {
      readonly is: 'try';
      readonly body: readonly Statement[];
      readonly caught: readonly Statement[] | undefined;
      readonly last: readonly Statement[] | undefined;
    }
  | { readonly is: 'block'; readonly body: readonly Statement[] }
  | {
      readonly is: 'declare';
      readonly kind: 'const' | 'let' | 'var';
      readonly name: Name | FlagName;
      readonly value: Expression;
    }
  | { readonly is: 'callback'; readonly parameter: Name | 'on'; readonly body: readonly Statement[] }
  | { readonly is: 'declaration'; readonly body: readonly Statement[] };

export interface Case {
  /** Undefined for `default`. */
  readonly test: Expression | undefined;
  readonly body: readonly Statement[];
  readonly ends: boolean;
}
