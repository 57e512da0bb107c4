import { apply } from '@ffsd/edits';
import { arbitraryText } from '@ffsd/edits/arbitrary-edits';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { diffEdits } from './diff-edits.ts';

it('turns one text into the other', () => {
  fc.assert(
    fc.property(arbitraryText(20), arbitraryText(20), (before, after) => {
      expect(apply(before, diffEdits(before, after))).toBe(after);
    }),
    { numRuns: 500 },
  );
});

it('speaks of whole lines only', () => {
  expect(diffEdits('a\nbcd\ne\n', 'a\nbXd\ne\nf\n')).toEqual([
    { start: 2, end: 6, text: 'bXd\n' },
    { start: 8, end: 8, text: 'f\n' },
  ]);
});
