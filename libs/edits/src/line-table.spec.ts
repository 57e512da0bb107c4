import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arbitraryText } from './arbitrary-edits.ts';
import { lineTable } from './line-table.ts';

it('knows every line end', () => {
  const text = 'a\r\nbb\rc\n\n';
  const lines = lineTable(text);
  const parts = Array.from({ length: lines.count }, (_, index) =>
    text.slice(lines.startOf(index + 1), lines.endOf(index + 1)),
  );
  expect(parts).toEqual(['a', 'bb', 'c', '', '']);
  expect([0, 1, 2, 3, 5, 6, 8, 9].map((offset) => lines.lineOf(offset))).toEqual([1, 1, 1, 2, 2, 3, 4, 5]);
  expect(lines.nextOf(1)).toBe(3);
  expect(lines.nextOf(5)).toBe(text.length);
});

it('has one line for the empty text and throws for a line that is not there', () => {
  const lines = lineTable('');
  expect([lines.count, lines.lineOf(0), lines.startOf(1), lines.endOf(1)]).toEqual([1, 1, 0, 0]);
  expect(() => lines.startOf(2)).toThrow(RangeError);
  expect(() => lines.endOf(0)).toThrow(RangeError);
});

it('covers the text without gaps', () => {
  fc.assert(
    fc.property(arbitraryText(), (text) => {
      const lines = lineTable(text);
      let whole = '';
      for (let line = 1; line <= lines.count; line++) {
        whole += text.slice(lines.startOf(line), lines.nextOf(line));
        expect(lines.lineOf(lines.startOf(line))).toBe(line);
        expect(lines.lineOf(lines.endOf(line))).toBe(line);
      }
      expect(whole).toBe(text);
    }),
  );
});
