import fc from 'fast-check';
import { expect, it } from 'vitest';
import { apply } from './apply.ts';
import { arbitraryEdits, arbitraryText } from './arbitrary-edits.ts';
import { mapOffset } from './map-offset.ts';

it('follows the character at the offset', () => {
  fc.assert(
    fc.property(
      arbitraryText().chain((text) => fc.tuple(fc.constant(text), arbitraryEdits(text.length))),
      ([text, edits]) => {
        const after = apply(text, edits);
        for (let offset = 0; offset < text.length; offset++) {
          if (edits.some(({ start, end }) => start <= offset && offset < end)) continue;
          expect(after[mapOffset(edits, offset, 'after')]).toBe(text[offset]);
        }
        expect(mapOffset(edits, text.length, 'after')).toBe(after.length);
      },
    ),
  );
});

it('goes to the side it was told where its own place is gone', () => {
  const edits = [
    { start: 2, end: 5, text: 'xy' },
    { start: 6, end: 6, text: '!' },
  ];
  expect([mapOffset(edits, 3, 'before'), mapOffset(edits, 3, 'after')]).toEqual([2, 4]);
  expect([mapOffset(edits, 6, 'before'), mapOffset(edits, 6, 'after')]).toEqual([5, 6]);
  expect([mapOffset(edits, 2, 'before'), mapOffset(edits, 2, 'after')]).toEqual([2, 2]);
  expect([mapOffset(edits, 5, 'before'), mapOffset(edits, 5, 'after')]).toEqual([4, 4]);
});
