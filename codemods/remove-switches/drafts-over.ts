import { mapOffset } from '@ffsd/edits';
import type { Session } from './session.ts';

/**
 * The drafts that wrote or removed something within a range of the text before the first change or right beside it, and the one that
 * deleted the file.
 */
export function draftsOver(session: Session, path: string, start: number, end: number): readonly string[] {
  const keys: string[] = [];
  let range = { start, end };
  for (const { key, edits } of session.historyOf(path)) {
    if (edits.some((edit) => edit.start <= range.end && edit.end >= range.start)) keys.push(key);
    // What is gone as a whole cannot be changed by later ones.
    if (edits.some(({ start, end }) => start < end && start <= range.start && end >= range.end)) return keys;
    range = { start: mapOffset(edits, range.start, 'before'), end: mapOffset(edits, range.end, 'after') };
  }
  const deletion = session.drafts.find(({ files }) =>
    files.some((file) => file.kind === 'delete' && file.path === path),
  );
  return deletion ? [...keys, deletion.key] : keys;
}
