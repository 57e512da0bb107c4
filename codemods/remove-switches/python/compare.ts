import type { Constant } from '@ffsd/fold';
import { isPrimitive } from '@ffsd/fold';

export type PythonComparison =
  | 'Equal'
  | 'NotEqual'
  | 'Is'
  | 'IsNot'
  | 'LessThan'
  | 'LessThanEqual'
  | 'GreaterThan'
  | 'GreaterThanEqual';

/**
 * The result of comparing two constants as Python does; undefined where it is not decided here: structures, `is` between
 * texts or numbers, an order between different types, which raises.
 */
export function compare(operator: PythonComparison, left: Constant, right: Constant): boolean | undefined {
  if (!isPrimitive(left) || !isPrimitive(right)) return undefined;
  switch (operator) {
    case 'Equal':
      return isEqual(left, right);
    case 'NotEqual':
      return !isEqual(left, right);
    case 'Is':
    case 'IsNot': {
      const same = isSame(left, right);
      return same === undefined ? undefined : same === (operator === 'Is');
    }
    default:
      return ordered(operator, left, right);
  }
}

/** `True == 1` holds in Python, and nothing equals `None` but itself. */
function isEqual(left: Constant, right: Constant): boolean {
  const number = (value: Constant) => (typeof value === 'boolean' ? Number(value) : value);
  return number(left) === number(right);
}

/** There is one `True`, one `False` and one `None`; of an equal text there may be two. */
function isSame(left: Constant, right: Constant): boolean | undefined {
  const single = (value: Constant) => value === null || typeof value === 'boolean';
  if (single(left) || single(right)) return left === right;
  return typeof left === typeof right ? undefined : false;
}

function ordered(operator: PythonComparison, left: Constant, right: Constant): boolean | undefined {
  const isNumber = (value: Constant) => typeof value === 'number' || typeof value === 'boolean';
  const isPlain = (value: Constant) => typeof value === 'string' && /^[\x20-\x7e]*$/.test(value);
  if (!(isNumber(left) && isNumber(right)) && !(isPlain(left) && isPlain(right))) return undefined;
  const [a, b] = [left as string, right as string];
  switch (operator) {
    case 'LessThan':
      return a < b;
    case 'LessThanEqual':
      return a <= b;
    case 'GreaterThan':
      return a > b;
    case 'GreaterThanEqual':
      return a >= b;
    default:
      return undefined;
  }
}
