import fc from 'fast-check';
import { expect, it } from 'vitest';
import { apply } from './apply.ts';
import { arbitraryEdits, arbitraryText } from './arbitrary-edits.ts';
import { compose } from './compose.ts';
import { inOrder } from './in-order.ts';

const twoLists = arbitraryText().chain((text) =>
  arbitraryEdits(text.length).chain((first) =>
    fc.tuple(fc.constant(text), fc.constant(first), arbitraryEdits(apply(text, first).length)),
  ),
);

it('does what the first and then the second list do', () => {
  fc.assert(
    fc.property(twoLists, ([text, first, second]) => {
      expect(apply(text, compose(first, second))).toBe(apply(apply(text, first), second));
    }),
    { numRuns: 500 },
  );
});

it('joins what meets and leaves the rest apart', () => {
  const first = [
    { start: 2, end: 4, text: 'XY' },
    { start: 10, end: 11, text: '' },
  ];
  expect(compose(first, [{ start: 3, end: 6, text: 'Z' }])).toEqual([{ start: 2, end: 6, text: 'XZ' }, first[1]]);
});

it('has the empty list as its neutral element', () => {
  fc.assert(
    fc.property(arbitraryEdits(20), (edits) => {
      expect(compose([], edits)).toEqual(inOrder(edits));
      expect(compose(edits, [])).toEqual(inOrder(edits));
    }),
  );
});
