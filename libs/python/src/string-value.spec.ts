import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isParsed, parse } from './parse.ts';
import { stringSpan, stringValue } from './string-value.ts';

function expression(text: string) {
  const file = parse('a.py', `(${text})`);
  if (!isParsed(file)) throw new Error(file.message);
  const [line] = file.tree.body;
  const [statement] = line?.type === 'SimpleStatementLine' ? line.body : [];
  if (statement?.type !== 'Expr') throw new Error(text);
  return statement.value;
}

describe('stringValue', () => {
  it.each([
    [`'new-checkout'`, 'new-checkout'],
    [`"it's"`, "it's"],
    [`u'a'`, 'a'],
    [`r'\\d\\n'`, '\\d\\n'],
    [`Rb'a'`, undefined],
    [`b'a'`, undefined],
    [`'a\\n\\t\\\\\\'\\x41\\101\\u00e9\\U0001f600\\0'`, "a\n\t\\'AAé😀\0"],
    [`'\\d\\N{BULLET}'`, '\\d\\N{BULLET}'],
    [`'''a\nb'''`, 'a\nb'],
    [`'''a\r\nb'''`, 'a\nb'],
    [`'a\\\nb'`, 'ab'],
    [`'a' "b"\n  'c'`, 'abc'],
    [`'a' f'b{c}'`, undefined],
    [`f'a{{b}}'`, 'a{b}'],
    [`f'{a}'`, undefined],
    [`''`, ''],
    ['a', undefined],
    ['1', undefined],
  ])('of %s is %j', (text, value) => {
    expect(stringValue(expression(text))).toBe(value);
  });
});

it('reads back every string that is written with escapes', () => {
  const escaped = (text: string) =>
    [...text].map((letter) => `\\U${letter.codePointAt(0)!.toString(16).padStart(8, '0')}`).join('');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(stringValue(expression(`'${escaped(text)}'`))).toBe(text);
    }),
    { numRuns: 50 },
  );
});

describe('stringSpan', () => {
  it.each([`'abc'`, `rb"""abc"""`, `u'abc'`])('is the text of %s', (text) => {
    const node = expression(text);
    if (node.type !== 'SimpleString') throw new Error(node.type);
    const { start, end } = stringSpan(node);
    expect(`(${text})`.slice(start, end)).toBe('abc');
  });
});
