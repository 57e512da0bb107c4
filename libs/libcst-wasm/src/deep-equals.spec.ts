import { expect, it } from 'vitest';
import { deepEquals } from './deep-equals.ts';
import * as n from './generated/nodes.ts';
import { parseModule } from './parse-module.ts';

it.each([
  ['f(x)\n', 'f(x)\n', true],
  ['f(x)\n', 'f(y)\n', false],
  ['f(x)\n', 'f( x)\n', false],
  ['f(x)\n', 'f(x)  # why\n', false],
  ['f(x)\n', 'f(x,)\n', false],
  ['f(x)\n', 'f(x, x)\n', false],
  ['a < b\n', 'a > b\n', false],
])('%j and %j: %s', (one, other, expected) => {
  expect(deepEquals(parseModule(one), parseModule(other))).toBe(expected);
});

it('a parsed node is equal to a built one', () => {
  const [line] = parseModule('a + 1\n').body;
  const built = n.SimpleStatementLine.create({
    body: [
      n.Expr.create({
        value: n.BinaryOperation.create({
          left: n.Name.create({ value: 'a' }),
          operator: n.Add.create(),
          right: n.Integer.create({ value: '1' }),
        }),
      }),
    ],
  });
  expect(deepEquals(line!, built)).toBe(true);
});

it('goes as deep as the trees do', () => {
  const sum = (): n.BaseExpression => {
    let left: n.BaseExpression = n.Name.create({ value: 'a' });
    for (let count = 0; count < 30_000; count++) {
      left = n.BinaryOperation.create({ left, operator: n.Add.create(), right: n.Name.create({ value: 'b' }) });
    }
    return left;
  };
  expect(deepEquals(sum(), sum())).toBe(true);
});
