import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ColumnUnit, linesOfText } from './lines.ts';

const pieces = fc.array(fc.constantFrom('a', ' ', 'é', '€', '😀', '\n', '\r', '\r\n', '\f', '\u2028', '"'), {
  maxLength: 20,
});
const texts = fc.tuple(fc.constantFrom('', '\ufeff'), pieces).map(([mark, parts]) => mark + parts.join(''));
const units: readonly ColumnUnit[] = ['utf-16', 'code-points', 'utf-8'];

/** Offsets that lie between characters. */
const offsetsOf = (text: string): number[] => {
  const offsets = [0];
  for (const character of text) offsets.push(offsets.at(-1)! + character.length);
  return offsets;
};

describe('linesOfText', () => {
  it.each([
    ['nothing', '', [0]],
    ['one line', 'a', [0]],
    ['a final newline', 'a\n', [0, 2]],
    ['newlines of Windows', 'a\r\nb\r\n', [0, 3, 6]],
    ['carriage returns', 'a\rb\r\r', [0, 2, 4, 5]],
    ['all of them', 'a\n\r\n\rb', [0, 2, 4, 5]],
    ['no form feed and no separator of JavaScript', 'a\fb\u2028c', [0]],
    ['a byte order mark', '\ufeffa\nb', [1, 3]],
  ])('finds the lines of %s', (_, text, starts) => {
    const lines = linesOfText(text);
    expect(Array.from({ length: lines.count }, (_, index) => lines.startOf(index + 1))).toEqual(starts);
  });

  it.each([
    ['utf-16', 7],
    ['code-points', 6],
    ['utf-8', 9],
  ] as const)('counts columns in %s', (unit, column) => {
    const text = 'x = 1\n"😀" + x';
    expect(linesOfText(text).positionAt(text.length - 1, unit)).toEqual({ line: 2, column });
  });

  it('names a place before the byte order mark the first', () => {
    expect(linesOfText('\ufeffa').positionAt(0)).toEqual({ line: 1, column: 0 });
    expect(linesOfText('\ufeffa').positionAt(2, 'utf-8')).toEqual({ line: 1, column: 1 });
  });

  it('refuses a line that is not there', () => {
    expect(() => linesOfText('a\n').startOf(3)).toThrow(RangeError);
    expect(() => linesOfText('a\n').offsetAt({ line: 0, column: 0 })).toThrow(RangeError);
  });

  it('takes a column that is not there as the end of the line', () => {
    expect(linesOfText('a\nb').offsetAt({ line: 1, column: 9 })).toBe(2);
    expect(linesOfText('é\nb').offsetAt({ line: 1, column: 9 }, 'utf-8')).toBe(2);
  });

  it('finds each offset again by its line and column', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const lines = linesOfText(text);
        for (const offset of offsetsOf(text).slice(text.startsWith('\ufeff') ? 1 : 0)) {
          for (const unit of units) expect(lines.offsetAt(lines.positionAt(offset, unit), unit)).toBe(offset);
        }
      }),
    );
  });

  it('counts bytes as the encoder does', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const lines = linesOfText(text);
        for (const offset of offsetsOf(text)) {
          expect(lines.byteOffsetAt(offset)).toBe(new TextEncoder().encode(text.slice(0, offset)).length);
        }
      }),
    );
  });
});
