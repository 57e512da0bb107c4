import { describe, expect, it } from 'vitest';
import { InvalidReadError } from './invalid-read-error.ts';
import { returnedValue } from './returned-value.ts';

describe('returnedValue', () => {
  it.each([
    [undefined, 'value', []],
    ['value', 'value', []],
    ['promise', 'promise', []],
    ['object:.value', 'value', ['value']],
    ['object:.a.b', 'value', ['a', 'b']],
    ['promise-object:.value', 'promise', ['value']],
    ['tuple:0', 'value', ['0']],
    ['tuple:01', 'value', ['1']],
  ])('understands %s', (returns, wrap, path) => {
    expect(returnedValue(returns)).toEqual({ wrap, path });
  });

  it.each(['', 'Promise', 'object', 'object:value', 'object:.', 'object:.a.', 'tuple:', 'tuple:x', 'object:.a-b'])(
    'refuses %s',
    (returns) => expect(() => returnedValue(returns)).toThrow(InvalidReadError),
  );
});
