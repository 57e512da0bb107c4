import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply } from './apply.ts';
import { arbitraryEdits, arbitraryText } from './arbitrary-edits.ts';
import { commute } from './commute.ts';
import type { Edit } from './edit.ts';
import { inOrder } from './in-order.ts';
import { rebase } from './rebase.ts';

const remove = (start: number, end: number): Edit => ({ start, end, text: '' });
const insert = (start: number, text: string): Edit => ({ start, end: start, text });

const oneAfterTheOther = arbitraryText(20).chain((text) =>
  arbitraryEdits(text.length, 2).chain((first) =>
    fc.tuple(fc.constant(text), fc.constant(first), arbitraryEdits(apply(text, first).length, 2)),
  ),
);
const sideBySide = arbitraryText(20).chain((text) =>
  fc.tuple(fc.constant(text), arbitraryEdits(text.length, 2), arbitraryEdits(text.length, 2)),
);
const effective = (edits: readonly Edit[]): readonly Edit[] =>
  inOrder(edits).filter(({ start, end, text }) => start !== end || text !== '');

describe('commute', () => {
  it('gives the same text in both orders, and is its own inverse', () => {
    let commuted = 0;
    fc.assert(
      fc.property(oneAfterTheOther, ([text, first, second]) => {
        const swapped = commute(first, second);
        if (swapped === undefined) return;
        commuted++;
        expect(apply(apply(text, swapped.second), swapped.first)).toBe(apply(apply(text, first), second));
        const back = commute(swapped.second, swapped.first);
        expect(back).toEqual({ second: effective(first), first: effective(second) });
      }),
      { numRuns: 1000 },
    );
    expect(commuted).toBeGreaterThan(200);
  });

  it('lets changes of neighbouring lines change places, in every mixture of deleting and changing', () => {
    const deleteFirstLine = [remove(0, 2)];
    const changeFirstLine = [{ start: 0, end: 1, text: 'AA' }];
    expect(commute(deleteFirstLine, [remove(0, 2)])).toEqual({ second: [remove(2, 4)], first: [remove(0, 2)] });
    expect(commute(deleteFirstLine, [{ start: 0, end: 1, text: 'B' }])).toEqual({
      second: [{ start: 2, end: 3, text: 'B' }],
      first: [remove(0, 2)],
    });
    expect(commute(changeFirstLine, [remove(3, 5)])).toEqual({ second: [remove(2, 4)], first: changeFirstLine });
  });

  it('refuses where it would be open which comes first', () => {
    expect(commute([insert(3, 'x')], [insert(4, 'y')])).toBeUndefined();
    expect(commute([insert(3, 'x')], [insert(3, 'y')])).toBeUndefined();
    expect(commute([remove(3, 6)], [insert(3, 'y')])).toBeUndefined();
    expect(commute([insert(3, 'x')], [remove(4, 6)])).toBeUndefined();
  });

  it('refuses a second list that touches what the first wrote', () => {
    expect(commute([{ start: 2, end: 3, text: 'xyz' }], [remove(3, 4)])).toBeUndefined();
    expect(commute([remove(2, 3)], [remove(1, 3)])).toBeUndefined();
  });

  it('is not stopped by an edit that does nothing', () => {
    expect(commute([remove(3, 6)], [insert(3, '')])).toEqual({ second: [], first: [remove(3, 6)] });
  });
});

describe('rebase', () => {
  it('gives the same text whichever of two lists comes first', () => {
    let moved = 0;
    fc.assert(
      fc.property(sideBySide, ([text, a, b]) => {
        const aOverB = rebase(a, b);
        const bOverA = rebase(b, a);
        expect(aOverB === undefined).toBe(bOverA === undefined);
        if (aOverB === undefined || bOverA === undefined) return;
        moved++;
        expect(apply(apply(text, b), aOverB)).toBe(apply(apply(text, a), bOverA));
        expect(commute(b, aOverB)).toEqual({ second: effective(a), first: effective(bOverA) });
      }),
      { numRuns: 1000 },
    );
    expect(moved).toBeGreaterThan(200);
  });
});
