import fc from 'fast-check';
import { expect, it } from 'vitest';
import { foldLogical } from './logical.ts';
import type { LogicalOperator, Visibility } from './visibility.ts';

const values = [true, false, 0, 1, '', 'a', null, undefined] as const;
const evaluate = (operator: LogicalOperator, left: unknown, right: unknown): unknown =>
  operator === '&&' ? left && right : operator === '||' ? left || right : (left ?? right);

/** What a program can tell of a value, given what it can see. */
const observe = (value: unknown, { truthy, falsy }: Visibility): unknown =>
  value ? (truthy ? value : true) : falsy ? value : false;

it('gives what the language gives, as far as it can be seen, for every operand', () => {
  fc.assert(
    fc.property(
      fc.constantFrom<LogicalOperator>('&&', '||', '??'),
      fc.constantFrom<'left' | 'right'>('left', 'right'),
      fc.constantFrom(...values),
      fc.constantFrom(...values),
      fc.boolean(),
      fc.boolean(),
      fc.boolean(),
      (operator, known, value, other, pure, truthy, falsy) => {
        const visibility = { truthy, falsy };
        const boolean = typeof other === 'boolean';
        const verdict = foldLogical({ operator, known, value, other: { pure, boolean }, visibility });
        const before = known === 'left' ? evaluate(operator, value, other) : evaluate(operator, other, value);
        if (verdict.kind === 'stays') return;
        const after = verdict.kind === 'other' ? other : verdict.value;
        expect(observe(after, visibility)).toBe(observe(before, visibility));
      },
    ),
    { numRuns: 3000 },
  );
});

it('never loses the effect of an operand that is evaluated', () => {
  fc.assert(
    fc.property(
      fc.constantFrom<LogicalOperator>('&&', '||', '??'),
      fc.constantFrom(...values),
      fc.boolean(),
      (operator, value, boolean) => {
        const facts = { operator, value, other: { pure: false, boolean }, visibility: { truthy: false, falsy: false } };
        expect(foldLogical({ ...facts, known: 'right' }).kind).not.toBe('constant');
      },
    ),
  );
});

it.each([
  ['const v = user && true keeps the user out of v', '&&', true, 'stays'],
  ['{count && false} still prints 0', '&&', false, 'stays'],
  ["'' || false is false, not ''", '||', false, 'stays'],
] as const)('%s', (_, operator, value, kind) => {
  const facts = { operator, value, other: { pure: true, boolean: false }, visibility: { truthy: true, falsy: true } };
  expect(foldLogical({ ...facts, known: 'right' }).kind).toBe(kind);
});
