import type { ReadShape } from './read-shape.ts';

/**
 * A call of Python whose key may stand at its place or behind its keyword: `f(user, 'x')` and `f(user, name='x')`.
 *
 * @param call the callee, an opening bracket and what stands before the key: `$CLIENT.get_treatment($USER, `
 */
export function pythonCall(call: string, keyword: string, shape: Omit<ReadShape, 'match'>): readonly ReadShape[] {
  const callee = call.slice(0, call.indexOf('('));
  return [
    { ...shape, match: `${call}$FLAG, $$$)` },
    { ...shape, match: `${callee}(${keyword}=$FLAG, $$$)` },
  ];
}
