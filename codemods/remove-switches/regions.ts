import type { Edit } from '@ffsd/edits';
import { mapOffset } from '@ffsd/edits';
import type { HistoryEntry } from './session.ts';

export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * The drafts of a history that left a mark inside one of the hulls, or that removed an occurrence of one of the names.
 *
 * @param hulls what was looked at to plan the next edits, in the present text
 * @param names whole words
 */
export function draftsWithin(
  history: readonly HistoryEntry[],
  hulls: readonly Span[],
  names: readonly RegExp[],
): readonly string[] {
  return history
    .filter((entry, index) => {
      const regions = regionsNow(entry, history.slice(index + 1));
      const inside = regions.some((region) => hulls.some((hull) => overlaps(region, hull)));
      return (
        inside || entry.edits.some(({ start, end }) => names.some((name) => name.test(entry.before.slice(start, end))))
      );
    })
    .map(({ key }) => key);
}

/** Moved indentation counts for nothing. */
export function isIndentation(text: string, edit: Edit): boolean {
  return edit.text.trim() === '' && text.slice(edit.start, edit.end).trim() === '';
}

function overlaps(region: Span, hull: Span): boolean {
  return region.start === region.end
    ? hull.start < region.start && region.start < hull.end
    : region.start < hull.end && hull.start < region.end;
}

/** Where the edits of an earlier draft have left their mark in the present text. */
function regionsNow({ before, edits }: HistoryEntry, later: readonly HistoryEntry[]): readonly Span[] {
  let shift = 0;
  const regions: Span[] = [];
  for (const edit of edits) {
    const start = edit.start + shift;
    if (!isIndentation(before, edit)) regions.push({ start, end: start + edit.text.length });
    shift += edit.text.length - (edit.end - edit.start);
  }
  return regions.map(({ start, end }) => ({
    start: later.reduce((at, entry) => mapOffset(entry.edits, at, 'before'), start),
    end: later.reduce((at, entry) => mapOffset(entry.edits, at, 'after'), end),
  }));
}
