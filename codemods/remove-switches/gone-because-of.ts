import type { Session } from './session.ts';
import { usersOf } from './users-of.ts';

/**
 * The drafts that removed something: text at a place, or the file in which it stood.
 *
 * @param places where it stood before the first change
 */
export function goneBecauseOf(
  session: Session,
  places: readonly { readonly path: string; readonly offset: number }[],
): readonly string[] {
  const keys = new Set<string>();
  for (const path of new Set(places.map((place) => place.path))) {
    const offsets = places.filter((place) => place.path === path).map(({ offset }) => offset);
    for (const key of usersOf(session, path, offsets)) keys.add(key);
    if (session.read(path) !== undefined) continue;
    for (const { key, files } of session.drafts) {
      if (files.some((file) => file.kind === 'delete' && file.path === path)) keys.add(key);
    }
  }
  return [...keys];
}
