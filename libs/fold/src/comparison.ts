import type { Constant } from './constant.ts';
import { isNullish, isPrimitive } from './constant.ts';

export type ComparisonOperator = '===' | '!==' | '==' | '!=' | '<' | '<=' | '>' | '>=';

/**
 * The result of comparing two constants with JavaScript's operator; undefined where it is not decided here
 * (objects by identity, and `==` between different types other than null and undefined).
 */
export function foldComparison(operator: ComparisonOperator, left: Constant, right: Constant): boolean | undefined {
  switch (operator) {
    case '===':
    case '!==': {
      if (!isPrimitive(left) && !isPrimitive(right)) return undefined;
      return (left === right) === (operator === '===');
    }
    case '==':
    case '!=': {
      const equal = looselyEqual(left, right);
      return equal === undefined ? undefined : equal === (operator === '==');
    }
    case '<':
    case '<=':
    case '>':
    case '>=':
      return ordered(operator, left, right);
    default:
      return operator satisfies never;
  }
}

function looselyEqual(left: Constant, right: Constant): boolean | undefined {
  if (isNullish(left) || isNullish(right)) return isNullish(left) && isNullish(right);
  if (typeof left !== typeof right || !isPrimitive(left) || !isPrimitive(right)) return undefined;
  return left === right;
}

function ordered(operator: '<' | '<=' | '>' | '>=', left: Constant, right: Constant): boolean | undefined {
  // `'10' < 9` compares numbers and `'10' < '9'` strings: only equal types are decided.
  if (typeof left === 'number' && typeof right === 'number') return compare(operator, left, right);
  if (typeof left === 'string' && typeof right === 'string') return compare(operator, left, right);
  return undefined;
}

function compare<T extends number | string>(operator: '<' | '<=' | '>' | '>=', left: T, right: T): boolean {
  if (operator === '<') return left < right;
  if (operator === '<=') return left <= right;
  if (operator === '>') return left > right;
  return left >= right;
}
