import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  type LogicalOperator,
  type Side,
  tested,
  type Visibility,
  visibilityOfOperand,
  visible,
} from './visibility.ts';

const values = [true, false, 0, 1, '', 'a', null, undefined] as const;
const evaluate = (operator: LogicalOperator, left: unknown, right: unknown): unknown =>
  operator === '&&' ? left && right : operator === '||' ? left || right : (left ?? right);

/** What a program can tell of a value, given what it can see. */
const observe = (value: unknown, { truthy, falsy }: Visibility): unknown =>
  value ? (truthy ? value : true) : falsy ? value : false;

it('lets an operand be exchanged for any that looks the same', () => {
  fc.assert(
    fc.property(
      fc.constantFrom<LogicalOperator>('&&', '||', '??'),
      fc.constantFrom<Side>('left', 'right'),
      fc.constantFrom(...values),
      fc.constantFrom(...values),
      fc.constantFrom(...values),
      fc.boolean(),
      fc.boolean(),
      (operator, side, one, same, other, truthy, falsy) => {
        const whole = { truthy, falsy };
        const seen = visibilityOfOperand(operator, side, whole);
        fc.pre(observe(one, seen) === observe(same, seen));
        const value = (operand: unknown): unknown =>
          side === 'left' ? evaluate(operator, operand, other) : evaluate(operator, other, operand);
        expect(observe(value(one), whole)).toBe(observe(value(same), whole));
      },
    ),
    { numRuns: 1000 },
  );
});

it.each<[LogicalOperator, Side, Visibility, Visibility]>([
  // {count && view}: a count of 0 is printed.
  ['&&', 'left', visible, { truthy: false, falsy: true }],
  ['&&', 'left', tested, tested],
  ['||', 'left', visible, { truthy: true, falsy: false }],
  ['??', 'left', tested, visible],
  ['&&', 'right', tested, tested],
  ['??', 'right', visible, visible],
])('is no wider than it must be: the operand of %s on the %s, of %j', (operator, side, whole, seen) => {
  expect(visibilityOfOperand(operator, side, whole)).toEqual(seen);
});
