import type { Edit } from '@ffsd/edits';
import { beginsLine, endsLine, lineStart } from '@ffsd/edits';
import type { KeptCode } from './kept-code.ts';
import type { Session } from './session.ts';

/**
 * Takes back what was kept at places that go with a removal. To be called before the edits are taken in.
 *
 * @param codes of what is taken back; without it all
 * @returns takes it back; to be called once the edits are taken in
 */
export function keptWithin(
  session: Session,
  path: string,
  edits: readonly Edit[],
  codes?: readonly KeptCode[],
): () => void {
  const spans = edits
    .filter(({ start, end, text }) => end > start && text.trim() === '')
    .map(({ start, end }) => ({ first: session.lineOf(path, start), last: session.lineOf(path, end - 1) }));
  const gone = session.kept.filter(
    ({ place, code }) =>
      place.path === path &&
      (!codes || codes.includes(code as KeptCode)) &&
      spans.some(({ first, last }) => first <= place.line && place.line <= last),
  );
  return () => {
    for (const { place, code } of gone) session.release({ place, code: code as KeptCode });
  };
}

/** The edits that leave nothing of a line: what was kept on one that only lost a part is still there. */
export function wholeLines(text: string, edits: readonly Edit[]): readonly Edit[] {
  return edits.filter(
    ({ start, end }) => beginsLine(text, start) && (endsLine(text, end) || lineStart(text, end) === end),
  );
}
