import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { findFirst } from '../find-all.ts';
import { type ConcatenatedString, Float, Integer, type SimpleString } from '../generated/nodes.ts';
import { parseModule } from '../parse-module.ts';
import { evaluatedValue } from './evaluated-value.ts';
import { stringLiteral } from './string-literal.ts';

const strings = (source: string): SimpleString | ConcatenatedString =>
  findFirst(parseModule(`x = (${source})\n`), ['SimpleString', 'ConcatenatedString'])!;
const valueIn = (source: string) => evaluatedValue(strings(source));
const bytes = (...codes: number[]): Uint8Array => Uint8Array.from(codes);

describe('evaluatedValue', () => {
  it.each([
    [`'a'`, 'a'],
    [`""`, ''],
    [`'''it's'''`, "it's"],
    [`u'\\u00e9\\xe9\\U0001f600'`, 'éé😀'],
    [`'\\a\\b\\f\\n\\r\\t\\v\\\\\\'\\"'`, '\x07\b\f\n\r\t\v\\\'"'],
    [`'\\0\\12\\101\\777\\1234'`, '\0\nAǿS4'],
    [`'\\d\\X41\\ \\é'`, '\\d\\X41\\ \\é'],
    [`'\\ud800'`, '\ud800'],
    [`r'\\n\\'\\\\'`, `\\n\\'\\\\`],
    [`R"\\N{DASH}"`, '\\N{DASH}'],
    [`'a' "b" r'\\c'`, 'ab\\c'],
    [`'a\\\nb'`, 'ab'],
    [`'''a\n\\\nb'''`, 'a\nb'],
    [`'''a\r\nb\\\r\nc'''`, 'a\nbc'],
    [`r'''a\r\nb'''`, 'a\nb'],
    [`'''a\rb'''`, 'a\nb'],
  ])('reads %s', (source, value) => {
    expect(valueIn(source)).toBe(value);
  });

  it.each([
    [`b'a\\xff\\0'`, bytes(97, 255, 0)],
    [`b'\\u0041\\N{A}\\777'`, bytes(...Buffer.from('\\u0041\\N{A}'), 255)],
    [`Rb'\\x41'`, bytes(...Buffer.from('\\x41'))],
    [`b'a' bR'b'`, bytes(97, 98)],
  ])('reads %s as bytes', (source, value) => {
    expect(valueIn(source)).toEqual(value);
  });

  it.each([`'\\N{DASH}'`, `'\\x4'`, `'\\u004'`, `'\\U00110000'`, `b'\\x4'`, `'a' f'b'`, `'a' 'b' f'{c}'`])(
    'does not know %s',
    (source) => {
      expect(valueIn(source)).toBeNull();
    },
  );

  it('reads numbers', () => {
    const integer = evaluatedValue(Integer.create({ value: '1_000' }));
    expectTypeOf(integer).toEqualTypeOf<bigint>();
    const written = ['0', '00', '0xF_f', '0XA', '0o17', '0b1_01', `${2n ** 70n}`];
    expect(written.map((value) => evaluatedValue(Integer.create({ value })))).toEqual([
      0n,
      0n,
      255n,
      10n,
      15n,
      5n,
      2n ** 70n,
    ]);
    const floats = ['1.', '.5', '1_0e-1', '1E5', '00.5', '1e999'];
    expect(floats.map((value) => evaluatedValue(Float.create({ value })))).toEqual([1, 0.5, 1, 1e5, 0.5, Infinity]);
  });

  it('is null for other nodes', () => {
    expect(evaluatedValue(parseModule('x\n'))).toBeNull();
  });

  it('gives back a text that was escaped', () => {
    const inAllWays = (code: number): string[] => [
      `\\U${code.toString(16).padStart(8, '0')}`,
      ...(code <= 0xffff ? [`\\u${code.toString(16).padStart(4, '0')}`] : []),
      ...(code <= 0xff ? [`\\x${code.toString(16).padStart(2, '0')}`, `\\${code.toString(8).padStart(3, '0')}`] : []),
      ...(/[\p{L} ]/u.test(String.fromCodePoint(code)) ? [String.fromCodePoint(code)] : []),
    ];
    const character = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 1 })
      .chain((text) =>
        fc.tuple(
          ...[...text].map((part) =>
            fc.constantFrom(...inAllWays(part.codePointAt(0)!).map((written) => [part, written] as const)),
          ),
        ),
      )
      .map((parts) => ({
        text: parts.map(([part]) => part).join(''),
        written: parts.map(([, written]) => written).join(''),
      }));
    fc.assert(
      fc.property(fc.array(character, { maxLength: 5 }), fc.constantFrom("'", '"""'), (characters, quote) => {
        const written = characters.map((one) => one.written).join('');
        expect(valueIn(`${quote}${written}${quote}`)).toBe(characters.map(({ text }) => text).join(''));
      }),
    );
  });
});

describe('stringLiteral', () => {
  it('takes a string apart', () => {
    expect(stringLiteral(`Rb'a"'`)).toEqual({ prefix: 'rb', quote: "'", rawValue: 'a"' });
    expect(stringLiteral(`""`)).toEqual({ prefix: '', quote: '"', rawValue: '' });
    expect(stringLiteral(`""""a"""`)).toEqual({ prefix: '', quote: '"""', rawValue: '"a' });
    expect(stringLiteral(`''''''`)).toEqual({ prefix: '', quote: "'''", rawValue: '' });
  });
});
