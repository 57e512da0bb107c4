import { InvalidReadError } from './invalid-read-error.ts';
import type { Returns } from './read-shape.ts';

/** Where the flag's value is in what the matched expression yields. */
export interface ReturnedValue {
  readonly wrap: 'value' | 'promise';
  /** Members from the (awaited) result to the value; `'0'` is an index of a tuple. Empty: the result itself. */
  readonly path: readonly string[];
  /**
   * How the members are reached: `.name`, `["name"]` or `[0]`. To JavaScript the first two are the same; in Python an object has
   * attributes and a dictionary has items.
   */
  readonly access: 'attribute' | 'item' | 'index';
}

/**
 * Reads the `returns` of a read shape.
 *
 * @throws InvalidReadError when it is none of the known forms
 */
export function returnedValue(returns: Returns | string = 'value'): ReturnedValue {
  if (returns === 'value' || returns === 'promise') return { wrap: returns, path: [], access: 'attribute' };
  const tuple = /^tuple:(\d+)$/.exec(returns);
  if (tuple) return { wrap: 'value', path: [String(Number(tuple[1]))], access: 'index' };
  const object = /^(promise-)?object:(?:((?:\.[\p{ID_Start}$_][\p{ID_Continue}$]*)+)|\["([^"\\]+)"\])$/u.exec(returns);
  if (object) {
    const wrap = object[1] ? 'promise' : 'value';
    if (object[3] !== undefined) return { wrap, path: [object[3]], access: 'item' };
    return { wrap, path: object[2]!.slice(1).split('.'), access: 'attribute' };
  }
  throw new InvalidReadError(
    `"returns" is ${JSON.stringify(returns)}`,
    'Use value, promise, object:.member, object:["item"], promise-object:.member or tuple:0.',
  );
}
