import type { Constant, Truthiness } from './constant.ts';
import { isTruthy } from './constant.ts';

export type UnaryOperator = '!' | 'typeof' | 'void';

/** The result of a unary operator on a constant. */
export function foldUnary(operator: UnaryOperator, value: Constant, truthiness?: Truthiness): Constant {
  switch (operator) {
    case '!':
      return !isTruthy(value, truthiness);
    case 'typeof':
      return value === null ? 'object' : typeof value;
    case 'void':
      return undefined;
    default:
      return operator satisfies never;
  }
}
