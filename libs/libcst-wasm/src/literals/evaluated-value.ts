import type { ConcatenatedString, Float, Integer, SimpleString } from '../generated/nodes.ts';
import type { Node } from '../node.ts';
import { floatValue, integerValue } from './numbers.ts';
import { stringValue } from './string-value.ts';

/**
 * The value of a literal, as Python's `ast.literal_eval` has it: LibCST's `evaluated_value`. Null for a node that is no
 * literal, or whose value is not known: a string with a named character (`\N{DASH}`), a concatenation with an f-string.
 *
 * A string of JavaScript cannot tell the two surrogates `'\ud83d\ude00'`, which are two characters in Python, from the
 * one character that they stand for in UTF-16.
 */
export function evaluatedValue(node: SimpleString | ConcatenatedString): string | Uint8Array | null;
export function evaluatedValue(node: Integer): bigint;
export function evaluatedValue(node: Float): number;
export function evaluatedValue(node: Node): string | Uint8Array | bigint | number | null;
export function evaluatedValue(node: Node): string | Uint8Array | bigint | number | null {
  switch (node.type) {
    case 'Integer':
      return integerValue((node as Integer).value);
    case 'Float':
      return floatValue((node as Float).value);
    case 'SimpleString':
    case 'ConcatenatedString':
      return concatenated(node as SimpleString | ConcatenatedString);
    default:
      return null;
  }
}

/**
 * The strings that Python puts together, in their order; null if one of them is an f-string or a template string.
 *
 * @internal
 */
export function simpleStringsOf(node: SimpleString | ConcatenatedString): readonly SimpleString[] | null {
  const parts: SimpleString[] = [];
  let rest: Node = node;
  // A loop, because a table of data written as one string in thousands of lines is a tree of that depth.
  while (rest.type === 'ConcatenatedString') {
    const { left, right } = rest as ConcatenatedString;
    if (left.type !== 'SimpleString') return null;
    parts.push(left);
    rest = right;
  }
  return rest.type === 'SimpleString' ? [...parts, rest as SimpleString] : null;
}

function concatenated(node: SimpleString | ConcatenatedString): string | Uint8Array | null {
  const values = simpleStringsOf(node)?.map(({ value }) => stringValue(value)) ?? [null];
  if (values.every((value) => typeof value === 'string')) return values.join('');
  if (values.every((value) => value instanceof Uint8Array))
    return Uint8Array.from(values.flatMap((value) => [...value]));
  return null;
}
