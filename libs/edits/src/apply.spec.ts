import fc from 'fast-check';
import { expect, it } from 'vitest';
import { apply } from './apply.ts';
import { arbitraryEdits, arbitraryText } from './arbitrary-edits.ts';
import { inOrder } from './in-order.ts';
import { invert } from './invert.ts';

const textAndEdits = arbitraryText().chain((text) => fc.tuple(fc.constant(text), arbitraryEdits(text.length)));

it('reads all offsets on the text before', () => {
  const edits = [
    { start: 4, end: 6, text: '' },
    { start: 0, end: 1, text: 'XYZ' },
    { start: 2, end: 2, text: '-' },
  ];
  expect(apply('abcdef', edits)).toBe('XYZb-cd');
});

it('is taken back by its inverse, to the last byte', () => {
  fc.assert(
    fc.property(textAndEdits, ([text, edits]) => {
      const after = apply(text, edits);
      const back = invert(text, edits);
      expect(apply(after, back)).toBe(text);
      expect(invert(after, back)).toEqual(inOrder(edits));
    }),
  );
});

it('refuses edits on the same characters, and an insertion inside a replacement', () => {
  const replacement = { start: 1, end: 4, text: 'x' };
  expect(() => apply('abcdef', [replacement, { start: 3, end: 5, text: '' }])).toThrow(/overlap/);
  expect(() => apply('abcdef', [{ start: 2, end: 2, text: 'y' }, replacement])).toThrow(/overlap/);
});

it('refuses an edit that lies outside, or ends before it starts', () => {
  expect(() => apply('abc', [{ start: 1, end: 4, text: '' }])).toThrow(/1\.\.4/);
  expect(() => apply('abc', [{ start: 2, end: 1, text: '' }])).toThrow(/2\.\.1/);
});

it('keeps insertions at one point in the order of the list', () => {
  expect(
    apply('ab', [
      { start: 1, end: 1, text: '1' },
      { start: 1, end: 2, text: '3' },
      { start: 1, end: 1, text: '2' },
    ]),
  ).toBe('a123');
});
