import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findFirst } from '../find-all.ts';
import type { Arg, Call } from '../generated/nodes.ts';
import { parseModule } from '../parse-module.ts';
import { extract, matches } from './extract.ts';
import { m } from './m.ts';
import type { Matcher } from './matcher.ts';
import type { ItemPattern } from './pattern.ts';

const callOf = (letters: string): Call =>
  findFirst(parseModule(`f(${[...letters].map((letter) => `${letter},`).join(' ')})\n`), 'Call')!;

/** An item of a pattern, and the same as a piece of a regular expression over letters. */
interface Both {
  readonly pattern: ItemPattern<Arg>;
  readonly expression: string;
}

const one: fc.Arbitrary<{ readonly pattern: Matcher<Arg>; readonly expression: string }> = fc.oneof(
  fc.constantFrom('a', 'b').map((letter) => ({ pattern: m.Arg(m.Name(letter)), expression: letter })),
  fc.constant({ pattern: m.doNotCare<Arg>(), expression: '.' }),
  fc.constant({ pattern: m.not<Arg>(m.Arg(m.Name('a'))), expression: '[^a]' }),
);

const item: fc.Arbitrary<Both> = fc.oneof(
  one,
  one.map(({ pattern, expression }) => ({ pattern: m.zeroOrMore(pattern), expression: `${expression}*` })),
  one.map(({ pattern, expression }) => ({ pattern: m.zeroOrOne(pattern), expression: `${expression}?` })),
  fc.tuple(fc.nat(3), one).map(([count, { pattern, expression }]) => ({
    pattern: m.atLeast(count, pattern),
    expression: `${expression}{${count},}`,
  })),
  fc.tuple(fc.nat(3), one).map(([count, { pattern, expression }]) => ({
    pattern: m.atMost(count, pattern),
    expression: `${expression}{0,${count}}`,
  })),
);

const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 });

describe('lists', () => {
  it('match and save as a regular expression over letters does', () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 5 }), letters, (items, text) => {
        const expected = new RegExp(`^${items.map(({ expression }) => `(${expression})`).join('')}$`).exec(text);
        const saved = extract(
          callOf(text),
          m.Call({ args: items.map(({ pattern }, index) => m.save(`${index}`, pattern as Matcher<Arg>)) }),
        ) as Record<string, Arg | Arg[]> | null;
        expect(saved !== null).toBe(expected !== null);
        for (const [name, found] of Object.entries(saved ?? {})) {
          const text = (Array.isArray(found) ? found : [found]).map((arg) => arg.value.code).join('');
          expect(text).toBe(expected![Number(name) + 1]);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('give back what another item needs', () => {
    const matcher = m.Call({ args: [m.save('most', m.zeroOrMore()), m.Arg(m.Name('b')), m.zeroOrMore()] });
    expect(extract(callOf('abab'), matcher)!.most).toHaveLength(3);
    expect(extract(callOf('aaa'), matcher)).toBeNull();
  });

  it('take as long as they are long, however often a wildcard stands in them', () => {
    const many = Array.from({ length: 30 }, () => m.zeroOrMore(m.Arg(m.Name('a'))));
    expect(matches(callOf('a'.repeat(60)), m.Call({ args: [...many, m.Arg(m.Name('b'))] }))).toBe(false);
    expect(matches(callOf(`${'a'.repeat(60)}b`), m.Call({ args: [...many, m.Arg(m.Name('b'))] }))).toBe(true);
  });

  it('match no list but the empty one where they are empty', () => {
    expect(matches(callOf(''), m.Call({ args: [] }))).toBe(true);
    expect(matches(callOf('a'), m.Call({ args: [] }))).toBe(false);
  });
});
