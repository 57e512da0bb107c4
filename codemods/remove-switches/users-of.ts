import { mapOffset } from '@ffsd/edits';
import type { Session } from './session.ts';

/**
 * The drafts that removed the uses of a name, in the order in which they were made.
 *
 * @param offsets where the uses stood before the first change
 */
export function usersOf(session: Session, path: string, offsets: readonly number[]): readonly string[] {
  const keys = new Set<string>();
  const order = session.historyOf(path);
  for (const offset of offsets) {
    let at = offset;
    for (const { key, edits } of order) {
      // Inserted or replaced: the draft whose edit covers the use is the one that removed it.
      if (edits.some(({ start, end }) => start <= at && at < end)) {
        keys.add(key);
        break;
      }
      at = mapOffset(edits, at, 'after');
    }
  }
  return order.map(({ key }) => key).filter((key) => keys.has(key));
}
