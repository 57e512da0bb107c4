import { describe, expect, it } from 'vitest';
import { type Constant, isNullish, isPrimitive, isTruthy } from './constant.ts';

describe('isTruthy', () => {
  it.each<[Constant, boolean, boolean]>([
    [true, true, true],
    [false, false, false],
    [0, false, false],
    [-0, false, false],
    [0.5, true, true],
    ['', false, false],
    ['0', true, true],
    [' ', true, true],
    [null, false, false],
    [undefined, false, false],
    [{}, true, false],
    [{ enabled: false }, true, true],
    [[], true, false],
    [[false], true, true],
  ])('%j is %s in JavaScript, %s in Python', (value, javascript, python) => {
    expect(isTruthy(value)).toBe(javascript);
    expect(isTruthy(value, 'python')).toBe(python);
  });
});

it.each<[Constant, boolean]>([
  [null, true],
  [undefined, true],
  [0, false],
  ['', false],
  [false, false],
])('%j is passed over by ??: %s', (value, nullish) => expect(isNullish(value)).toBe(nullish));

it.each<[Constant, boolean]>([
  [null, true],
  [undefined, true],
  [1, true],
  ['a', true],
  [false, true],
  [{}, false],
  [[], false],
])('%j can be repeated: %s', (value, primitive) => expect(isPrimitive(value)).toBe(primitive));
