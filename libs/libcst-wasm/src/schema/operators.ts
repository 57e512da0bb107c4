import { END, type FieldSpec, field, type NodeSpec, START, token, ws } from './schema.ts';

const opening: readonly (readonly [string, string])[] = [
  ['LeftParen', '('],
  ['LeftSquareBracket', '['],
  ['LeftCurlyBrace', '{'],
];
const closing: readonly (readonly [string, string])[] = [
  ['RightParen', ')'],
  ['RightSquareBracket', ']'],
  ['RightCurlyBrace', '}'],
];

/** Punctuation that stands alone: name, token, and the white space that `create` puts before and after it. */
const punctuation: readonly (readonly [string, string, string, string])[] = [
  ['Semicolon', ';', '', ''],
  ['Colon', ':', '', ''],
  ['Comma', ',', '', ''],
  ['Dot', '.', '', ''],
  ['AssignEqual', '=', ' ', ' '],
];

export const unaryOperators: readonly (readonly [string, string, string])[] = [
  ['Plus', '+', ''],
  ['Minus', '-', ''],
  ['BitInvert', '~', ''],
  ['Not', 'not', ' '],
];
export const booleanOperators: readonly (readonly [string, string])[] = [
  ['And', 'and'],
  ['Or', 'or'],
];
export const binaryOperators: readonly (readonly [string, string])[] = [
  ['Add', '+'],
  ['Subtract', '-'],
  ['Multiply', '*'],
  ['Divide', '/'],
  ['FloorDivide', '//'],
  ['Modulo', '%'],
  ['Power', '**'],
  ['LeftShift', '<<'],
  ['RightShift', '>>'],
  ['BitOr', '|'],
  ['BitAnd', '&'],
  ['BitXor', '^'],
  ['MatrixMultiply', '@'],
];
export const comparisonOperators: readonly (readonly [string, string, string?])[] = [
  ['LessThan', '<'],
  ['GreaterThan', '>'],
  ['LessThanEqual', '<='],
  ['GreaterThanEqual', '>='],
  ['Equal', '=='],
  ['NotEqual', '!='],
  ['In', 'in'],
  ['NotIn', 'not', 'in'],
  ['Is', 'is'],
  ['IsNot', 'is', 'not'],
];
export const augmentedOperators: readonly (readonly [string, string])[] = [
  ['AddAssign', '+='],
  ['SubtractAssign', '-='],
  ['MultiplyAssign', '*='],
  ['MatrixMultiplyAssign', '@='],
  ['DivideAssign', '/='],
  ['ModuloAssign', '%='],
  ['BitAndAssign', '&='],
  ['BitOrAssign', '|='],
  ['BitXorAssign', '^='],
  ['LeftShiftAssign', '<<='],
  ['RightShiftAssign', '>>='],
  ['PowerAssign', '**='],
  ['FloorDivideAssign', '//='],
];

/** Operators, punctuation and brackets. */
export const operatorNodes: readonly NodeSpec[] = [
  ...opening.map(
    ([name, value]): NodeSpec => ({
      name,
      doc: `The bracket \`${value}\` and the white space after it.`,
      fields: { whitespace_after: ws('') },
      layout: [token(value), field('whitespace_after')],
    }),
  ),
  ...closing.map(
    ([name, value]): NodeSpec => ({
      name,
      doc: `The bracket \`${value}\` and the white space before it.`,
      fields: { whitespace_before: ws('') },
      layout: [field('whitespace_before'), token(value)],
    }),
  ),
  ...punctuation.map(([name, value, before, after]) => binary(name, value, before, after, false)),
  ...unaryOperators.map(
    ([name, value, after]): NodeSpec => ({
      name,
      doc: `The unary operator \`${value}\`.`,
      fields: { whitespace_after: ws(after) },
      layout: [token(value), field('whitespace_after')],
      rust: { shape: 'variant' },
    }),
  ),
  ...[...booleanOperators, ...augmentedOperators].map(([name, value]) => binary(name, value, ' ', ' ', true)),
  // `|` between the alternatives of a pattern is a struct of its own in the crate; in LibCST it is the same class.
  ...binaryOperators.map(([name, value]) => binary(name, value, ' ', ' ', true)),
  ...comparisonOperators.map(([name, value, second]) => binary(name, value, ' ', ' ', true, second)),
  {
    name: 'ImportStar',
    doc: 'The star of `from x import *`.',
    fields: {},
    layout: [token('*')],
  },
];

function binary(
  name: string,
  value: string,
  before: string,
  after: string,
  variant: boolean,
  second?: string,
): NodeSpec {
  const between: Readonly<Record<string, FieldSpec>> = second === undefined ? {} : { whitespace_between: ws(' ') };
  const rest = second === undefined ? [] : [field('whitespace_between'), token(second)];
  const whole = second === undefined ? value : `${value} ${second}`;
  return {
    name,
    doc: `The ${variant ? 'operator' : 'token'} \`${whole}\` and the white space around it.`,
    fields: { whitespace_before: ws(before), ...between, whitespace_after: ws(after) },
    layout: [field('whitespace_before'), START, token(value), ...rest, END, field('whitespace_after')],
    ...(variant ? { rust: { shape: 'variant' } as const } : {}),
  };
}
