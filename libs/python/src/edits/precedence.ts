import type { BaseBinaryOp, BaseExpression } from 'libcst-wasm';

/** How tightly Python's expressions bind, from its language reference: higher binds tighter. */
export const Precedence = {
  /** `a, b` without parentheses, `yield`. */
  tuple: 0,
  walrus: 1,
  lambda: 2,
  conditional: 3,
  or: 4,
  and: 5,
  not: 6,
  comparison: 7,
  bitOr: 8,
  bitXor: 9,
  bitAnd: 10,
  shift: 11,
  sum: 12,
  product: 13,
  unary: 14,
  power: 15,
  await: 16,
  primary: 17,
  atom: 18,
} as const;

const binary: Readonly<Record<BaseBinaryOp['type'], number>> = {
  BitOr: Precedence.bitOr,
  BitXor: Precedence.bitXor,
  BitAnd: Precedence.bitAnd,
  LeftShift: Precedence.shift,
  RightShift: Precedence.shift,
  Add: Precedence.sum,
  Subtract: Precedence.sum,
  Multiply: Precedence.product,
  Divide: Precedence.product,
  FloorDivide: Precedence.product,
  Modulo: Precedence.product,
  MatrixMultiply: Precedence.product,
  Power: Precedence.power,
};

export const precedenceOfOperator = (operator: BaseBinaryOp): number => binary[operator.type];

/** How tightly an expression binds without the parentheses around it. Those of a tuple count, because it is written with them. */
export function precedenceOf(node: BaseExpression): number {
  switch (node.type) {
    case 'Tuple':
      // `()` has nothing but its parentheses.
      return Precedence.tuple;
    case 'Yield':
      return Precedence.tuple;
    // Without its own parentheses a generator stands in those of a call, and nowhere else.
    case 'GeneratorExp':
    case 'StarredElement':
      return Precedence.tuple;
    case 'NamedExpr':
      return Precedence.walrus;
    case 'Lambda':
      return Precedence.lambda;
    case 'IfExp':
      return Precedence.conditional;
    case 'BooleanOperation':
      return node.operator.type === 'And' ? Precedence.and : Precedence.or;
    case 'UnaryOperation':
      return node.operator.type === 'Not' ? Precedence.not : Precedence.unary;
    case 'Comparison':
      return Precedence.comparison;
    case 'BinaryOperation':
      return precedenceOfOperator(node.operator);
    case 'Await':
      return Precedence.await;
    case 'Attribute':
    case 'Call':
    case 'Subscript':
      return Precedence.primary;
    case 'Name':
    case 'Ellipsis':
    case 'Integer':
    case 'Float':
    case 'Imaginary':
    case 'SimpleString':
    case 'ConcatenatedString':
    case 'FormattedString':
    case 'TemplatedString':
    case 'List':
    case 'Set':
    case 'Dict':
    case 'ListComp':
    case 'SetComp':
    case 'DictComp':
    case 'StarredDictComp':
      return Precedence.atom;
    default:
      return node satisfies never;
  }
}
