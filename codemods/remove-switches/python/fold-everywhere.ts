import type { KnownValue, UsePlace } from '../fold-known-uses.ts';
import { foldKnownUses } from '../fold-known-uses.ts';
import type { SettledFlag } from '../language.ts';
import { isTestPath } from '../test-path.ts';
import { foldBinding } from './fold-binding.ts';
import type { Session } from './session.ts';

/**
 * Folds the uses of a known value, file by file. Tests keep asking for it: they would say nothing if they compared a constant.
 *
 * @param paths the files that use it
 * @param placesIn its uses in the present text of a file
 * @returns how many were folded and how many stay
 */
export function foldEverywhere(
  session: Session,
  flag: SettledFlag,
  paths: Iterable<string>,
  known: KnownValue,
  placesIn: (path: string) => readonly UsePlace[],
): { readonly folded: number; readonly left: number } {
  const reader = {
    foldBinding: (path: string, text: string, local: Parameters<typeof foldBinding>[3]) =>
      foldBinding(session, path, text, local),
  };
  let folded = 0;
  let left = 0;
  for (const path of new Set(paths)) {
    if (isTestPath(path)) continue;
    const result = foldKnownUses(session, reader, flag, path, known, () => placesIn(path));
    folded += result.folded;
    left += result.left;
  }
  return { folded, left };
}
