import { folderOf, isCode, joinPath, walk } from '@ffsd/typescript';
import type { Session } from './session.ts';

/**
 * The files that the text of a file named before the first change by a path which is no import: `templateUrl: './card.html'`, and
 * `url()` and `@use` of style sheets. Code is left out.
 */
export function filesNamedIn(session: Session, path: string): readonly string[] {
  const paths: string[] = [];
  const add = (text: string) => {
    const file = joinPath(folderOf(path), text.replace(/[?#].*$/, ''));
    if (file !== undefined) paths.push(file);
  };
  if (isCode(path)) {
    const original = session.original(path);
    if (original)
      walk(original.tree.program, (node) => {
        if (node.type === 'StringLiteral' && /^\.\.?\/[^\n]*\.\w+$/.test(node.value)) add(node.value);
      });
  } else if (isStyle(path)) {
    for (const [, quoted, bare] of (session.base.read(path) ?? '').matchAll(
      /["']([^"'\n]+)["']|url\(\s*([^"')\s]+)/g,
    )) {
      for (const spelling of spellingsOfStyle(path, (quoted ?? bare)!)) add(spelling);
    }
  }
  return paths.filter((one) => session.base.read(one) !== undefined && !isCode(one));
}

export function isStyle(path: string): boolean {
  return /\.(?:css|scss|sass|less|styl|pcss)$/.test(path);
}

/** `@use 'card'` means `card.scss` or `_card.scss`. */
function spellingsOfStyle(path: string, text: string): readonly string[] {
  const extension = path.slice(path.lastIndexOf('.'));
  const partial = text.replace(/([^/]+)$/, '_$1');
  return [text, text + extension, partial, partial + extension];
}
