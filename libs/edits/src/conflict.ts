import type { Edit } from './edit.ts';

/**
 * Whether two edits on the same text, from two lists, get in each other's way.
 *
 * Edits that overlap do. Edits that only touch do not: a deleted line beside a changed line is two independent things. The
 * exception is where touching leaves it open which of the two comes first:
 *
 * - Two insertions at the same point: `ab` and `ba` are both possible.
 * - An insertion at the edge of a deleted range. Once the range is gone, its two edges are one point, and what stands there
 *   could belong before or behind it:
 *
 *   ```text
 *   import a        delete line 2        import a        insert there        import a
 *   import b      ---------------->      import c      --------------->      import d
 *   import c                                                                 import c
 *   ```
 *
 *   When line 2 comes back, nobody can say whether `d` stands above or below it.
 */
export function conflicts(a: Edit, b: Edit): boolean {
  if (a.start < b.end && b.start < a.end) return true;
  const touches = a.end === b.start || b.end === a.start;
  return touches && ((inserts(a) && (inserts(b) || deletes(b))) || (deletes(a) && inserts(b)));
}

function inserts(edit: Edit): boolean {
  return edit.start === edit.end;
}

function deletes(edit: Edit): boolean {
  return edit.text === '';
}
