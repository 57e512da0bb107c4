import { isCode } from '@ffsd/typescript';
import { isTestPath } from '../../test-path.ts';
import { deletedFiles } from '../deleted-files.ts';
import type { Session } from '../session.ts';
import type { NameUse } from './named-in.ts';
import { namedIn } from './named-in.ts';

/** The files of the product that asked others for a name before the first change, and do not any more; with the places that asked. */
export type Losers = ReadonlyMap<string, readonly NameUse[]>;

/** By the name. */
export function lostNames(session: Session): ReadonlyMap<string, Losers> {
  const lost = new Map<string, Map<string, readonly NameUse[]>>();
  const paths = new Set([...session.changed(), ...deletedFiles(session).keys()]);
  for (const path of paths) {
    const original = isCode(path) && !isTestPath(path) ? session.original(path) : undefined;
    if (!original) continue;
    const file = session.read(path) === undefined ? undefined : session.parse(path);
    const present = file && namedIn(session, file);
    for (const [name, uses] of namedIn(session.base, original)) {
      // `signs['+']` asks for a name by which no mock can be found in a text.
      if (present?.has(name) || !/^[\w$]+$/.test(name)) continue;
      const losers = lost.get(name) ?? new Map<string, readonly NameUse[]>();
      losers.set(path, uses);
      lost.set(name, losers);
    }
  }
  return lost;
}
