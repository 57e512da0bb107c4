import { readersOf } from './find-flags.ts';
import type { KeyedRead } from './flag-reads.ts';
import type { Reads, SettledFlag } from './language.ts';
import type { Session } from './session.ts';
import { isTestPath } from './test-path.ts';

/**
 * Says which other flags nothing asks for any more because what asked for them went with a branch.
 *
 * Their names, their definitions and the flags themselves stay: whether they are settled, too, is not for this run to say.
 */
export function noteUnreadFlags(session: Session, flags: readonly SettledFlag[], reads: Reads): void {
  const changed = session.changed();
  if (changed.length === 0) return;
  const settled = new Set(flags.map(({ key }) => key));
  const now = readsOf(session, reads);
  const gone = new Map<string, KeyedRead>();
  for (const read of changed.filter(isProduct).flatMap(readsOf(session.base, reads))) {
    const { key, spelling } = read;
    if (spelling === 'as-is' && !settled.has(key) && !gone.has(key)) gone.set(key, read);
  }
  if (gone.size === 0) return;
  for (const read of changed.filter(isProduct).flatMap(now)) gone.delete(read.key);
  for (const [key, { path, line }] of gone) {
    const isReadElsewhere = session
      .search([key])
      .some((other) => isProduct(other) && now(other).some((read) => read.key === key));
    if (isReadElsewhere) continue;
    session.keep({
      place: { path, line },
      code: 'other-flag-unread',
      because: `nothing asks for the flag ${key} any more: what asked for it here went with a branch`,
    });
  }
}

function isProduct(path: string): boolean {
  return !isTestPath(path);
}

function readsOf(workspace: Session['base'], reads: Reads): (path: string) => readonly KeyedRead[] {
  const readers = readersOf(workspace, reads);
  return (path) =>
    readers.flatMap((reader) => {
      const found = reader.owns(path) ? reader.readsIn(path) : undefined;
      return found && 'reads' in found ? found.reads : [];
    });
}
