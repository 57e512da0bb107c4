import type { Edit } from '@ffsd/edits';
import { mapOffset } from '@ffsd/edits';
import type { HistoryEntry } from './session.ts';

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What was looked at to plan an edit. */
export interface Hull extends Span {
  /** It holds whole statements, and not only a part of a list such as the names of an import. */
  readonly isWhole?: boolean;
}

/**
 * The drafts of a history that left a mark inside one of the hulls, or that removed an occurrence of one of the names.
 *
 * @param hulls what was looked at to plan the next edits, in the present text
 * @param names whole words
 */
export function draftsWithin(
  history: readonly HistoryEntry[],
  hulls: readonly Hull[],
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

interface Region extends Span {
  /** What stood there before. */
  readonly removed: string;
}

/**
 * Of what was only removed nothing is left but a place. At the border of a statement it counts where it was a part of that, and not another
 * statement on lines of its own:
 *
 * ```text
 * if (t()) { on; } else { rest(); }      the else is removed:  if (t()) { on; }      `on` is folded:  t();
 * the last one alone:                    t(); else { rest(); }   // oops!
 * ```
 */
function overlaps({ start, end, removed }: Region, hull: Hull): boolean {
  if (start < end) return start < hull.end && hull.start < end;
  if (hull.isWhole && start === hull.end && /^(?:[^\S\n]*\S|\s*(?:else|elif|catch|except|finally)\b)/.test(removed))
    return true;
  if (hull.isWhole && start === hull.start && /\S[^\S\n]*$/.test(removed)) return true;
  return hull.start < start && start < hull.end;
}

/** Where the edits of an earlier draft have left their mark in the present text. */
function regionsNow({ before, edits }: HistoryEntry, later: readonly HistoryEntry[]): readonly Region[] {
  let shift = 0;
  const regions: Region[] = [];
  for (const edit of edits) {
    const start = edit.start + shift;
    if (!isIndentation(before, edit)) {
      regions.push({ start, end: start + edit.text.length, removed: before.slice(edit.start, edit.end) });
    }
    shift += edit.text.length - (edit.end - edit.start);
  }
  return regions.map(({ start, end, removed }) => ({
    removed,
    start: later.reduce((at, entry) => mapOffset(entry.edits, at, 'before'), start),
    end: later.reduce((at, entry) => mapOffset(entry.edits, at, 'after'), end),
  }));
}
