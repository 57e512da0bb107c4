import fc from 'fast-check';
import type { Edit } from './edit.ts';

/**
 * Texts as they hurt: few different lines, so that lines repeat; every line end; a byte order mark; characters of two code
 * units; no newline at the end.
 */
export function arbitraryText(maxLength = 12): fc.Arbitrary<string> {
  const piece = fc.constantFrom('a', 'b', '  ', 'é', '😀', '\n', '\r\n', '\n', '}', 'foo()', '\t', '\uFEFF', '日本');
  return fc.array(piece, { maxLength }).map((pieces) => pieces.join(''));
}

/** Any list of edits that fits a text of the given length: insertions, deletions, replacements, touching ones too. */
export function arbitraryEdits(length: number, maxEdits = 4): fc.Arbitrary<readonly Edit[]> {
  const cut = fc.tuple(fc.nat({ max: length }), fc.nat({ max: length }), arbitraryText(3));
  return fc.array(cut, { maxLength: maxEdits }).map((cuts) => {
    const edits: Edit[] = [];
    for (const [a, b, text] of cuts) {
      const edit = { start: Math.min(a, b), end: Math.max(a, b), text };
      if (edits.every((other) => fits(edit, other))) edits.push(edit);
    }
    return edits;
  });
}

function fits(a: Edit, b: Edit): boolean {
  return !(a.start < b.end && b.start < a.end);
}
