import { posix } from 'node:path';
import type { Workspace } from '@ffsd/workspace';
import { fileKind } from './file-kind.ts';
import type { Overlay } from './trees.ts';

/**
 * The files that the codemod deleted and the person left although nothing in the person's own tree imports them, but others of these files:
 * dead code that the person overlooked, or left for the next change.
 *
 * Found by the words of the text alone and not by ffsd's own resolution: any string or Python import that ends in the name of the file
 * counts as an import, unless it is a path to another file.
 */
export function filesLeftBehind(workspace: Workspace, person: Overlay, codemod: Overlay): ReadonlySet<string> {
  const isDeletedBy = (overlay: Overlay, path: string) => overlay.has(path) && overlay.get(path) === undefined;
  const read = (path: string) => (person.has(path) ? person.get(path) : workspace.read(path));
  const left = new Set([...codemod.keys()].filter((path) => isDeletedBy(codemod, path) && !isDeletedBy(person, path)));
  for (let again = true; again; ) {
    again = false;
    for (const path of left) {
      const stem = stemOf(path);
      const holders = new Set([...workspace.search([stem]), ...person.keys()]);
      // A test or a story alone keeps nothing alive.
      const isOutside = (other: string) => !left.has(other) && fileKind(other) !== 'test';
      if (![...holders].some((other) => isOutside(other) && imports(other, read(other) ?? '', path))) continue;
      left.delete(path);
      again = true;
    }
  }
  return left;
}

/** The name by which others import the file; that of its folder for an index. */
function stemOf(path: string): string {
  const name = posix.basename(path).replace(/\.[^/]*$/, '');
  return /^(?:index|__init__)$/.test(name) ? posix.basename(posix.dirname(path)) : name;
}

function imports(from: string, text: string, path: string): boolean {
  const word = stemOf(path).replace(/[^\w]/g, '\\$&');
  if (from.endsWith('.py') && new RegExp(`^\\s*(?:from|import)\\b.*\\b${word}\\b`, 'm').test(text)) return true;
  const strings = text.matchAll(new RegExp(`['"\`(]([^'"\`()\\n]*?)(?<![\\w-])${word}(\\.[\\w.]+)?['"\`)?]`, 'g'));
  return [...strings].some(([, before = '', extension = '']) => {
    const specifier = `${before}${stemOf(path)}${extension}`;
    if (!specifier.startsWith('.')) return true;
    const target = posix.join(posix.dirname(from), specifier);
    const own = path.replace(/\.[^/]*$/, '').replace(/\/(?:index|__init__)$/, '');
    return target === path || target.replace(/\.[^/]*$/, '') === own;
  });
}
