import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ComparisonOperator } from './comparison.ts';
import { foldComparison } from './comparison.ts';

const values = [true, false, 0, 1, 2, '', '1', 'a', null, undefined] as const;
const operators = ['===', '!==', '==', '!=', '<', '<=', '>', '>='] as const;

it('gives what JavaScript gives, or does not decide', () => {
  fc.assert(
    fc.property(
      fc.constantFrom<ComparisonOperator>(...operators),
      fc.constantFrom(...values),
      fc.constantFrom(...values),
      (operator, left, right) => {
        const folded = foldComparison(operator, left, right);
        if (folded === undefined) return;
        const run = new Function('a', 'b', `return a ${operator} b`) as (a: unknown, b: unknown) => boolean;
        expect(folded).toBe(run(left, right));
      },
    ),
    { numRuns: 2000 },
  );
});
it.each([
  ['===', 'on', 'on', true],
  ['!==', true, true, false],
  ['!=', 'x', null, true],
] as const)('decides %s', (operator, left, right, result) => {
  expect(foldComparison(operator, left, right)).toBe(result);
});
it('leaves the identity of objects alone', () => {
  expect(foldComparison('===', { a: 1 }, { a: 1 })).toBeUndefined();
});
