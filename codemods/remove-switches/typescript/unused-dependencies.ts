import { folderOf, foldersUp, inFolder } from '@ffsd/typescript';
import { noLongerNamed } from './no-longer-named.ts';
import type { Note } from './remove-file.ts';
import type { Session } from './session.ts';

/** Tells of packages that nothing names any more because of the changes so far; whether one can go, the lock file decides. */
export function noteUnusedDependencies(session: Session, note: Note): void {
  const { packages } = noLongerNamed(session);
  const files = session.search([...packages.keys()]);
  for (const [name, from] of packages) {
    const place = listingOf(session, name, from);
    if (!place || files.some((path) => isUsedIn(session, path, name))) continue;
    note({ place, code: 'dependency-unused', because: `nothing imports ${name} any more` });
  }
}

function isUsedIn(session: Session, path: string, name: string): boolean {
  if (/(?:^|\/)[\w.-]*[.-]?lock(?:\.\w+)?$|-lock\.\w+$|\.(?:md|txt|rst|lock)$/.test(path)) return false;
  const text = session.read(path) ?? '';
  const word = new RegExp(`(?<![\\w/@-])${name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\w-])`, 'g');
  const uses = [...text.matchAll(word)];
  if (!/(?:^|\/)package\.json$/.test(path)) return uses.length > 0;
  // Beside the line that lists it, a script may run it.
  return uses.some(({ index }) => !/^"\s*:\s*"[\w^~><=*. |:/@+-]*"/.test(text.slice(index + name.length)));
}

/** The line of the nearest package.json that lists the package. */
function listingOf(session: Session, name: string, from: string): { path: string; line: number } | undefined {
  for (const folder of foldersUp(folderOf(from))) {
    const path = inFolder(folder, 'package.json');
    const at = session.read(path)?.search(new RegExp(`"${name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}"\\s*:`)) ?? -1;
    if (at >= 0) return { path, line: session.lineOf(path, at) };
  }
  return undefined;
}
