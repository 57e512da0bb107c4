import type { Node } from '@babel/types';
import { mapOffset } from '@ffsd/edits';
import type { Session } from './session.ts';

/** The drafts that removed the uses of a name, in the order in which they were made. */
export function usersOf(
  session: Session,
  path: string,
  { references }: { readonly references: readonly { readonly node: Node }[] },
): readonly string[] {
  const keys = new Set<string>();
  const order = session.historyOf(path);
  for (const { node } of references) {
    let at = node.start!;
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
