import { expect, it } from 'vitest';
import type { Constant } from './constant.ts';
import { foldUnary, type UnaryOperator } from './unary.ts';

const values: readonly Constant[] = [
  true,
  false,
  0,
  -0,
  Number.NaN,
  1,
  '',
  'a',
  null,
  undefined,
  {},
  { a: 1 },
  [],
  [0],
];

const inJavascript: Readonly<Record<UnaryOperator, (value: Constant) => Constant>> = {
  '!': (value) => !value,
  typeof: (value) => typeof value,
  void: (_value) => undefined,
};

it.each(Object.keys(inJavascript) as UnaryOperator[])('gives what the language gives for %s', (operator) => {
  for (const value of values) expect(foldUnary(operator, value)).toBe(inJavascript[operator](value));
});

it('takes an empty list for false in Python, where `not []` is True', () => {
  expect(foldUnary('!', [], 'python')).toBe(true);
  expect(foldUnary('!', [0], 'python')).toBe(false);
  expect(foldUnary('!', [], 'javascript')).toBe(false);
});
