import { folderOf, isCode, joinPath, specifiersIn } from '@ffsd/typescript';
import { isStyle } from './files-named-in.ts';
import { filesWith } from './files-with.ts';
import type { Session } from './session.ts';

export interface TextPlace {
  readonly path: string;
  readonly offset: number;
}

/**
 * A place that names the file by a path, where it is no import: `entry: './src/worker.ts'`, `new URL('./worker.ts', import.meta.url)`,
 * `<script src="/src/main.ts">`, `node dist/server.js`, `templateUrl: './card.html'`.
 *
 * A bare word is no path: `worker` alone names nothing, `worker.js` and `jobs/worker` do.
 *
 * @param except files that may name it
 */
export function namedInText(
  session: Session,
  path: string,
  except: (path: string) => boolean = () => false,
): TextPlace | undefined {
  const word = wordOf(path);
  if (word === '') return undefined;
  for (const from of filesWith(session, [word])) {
    if (from === path || isNoUser(path, from) || except(from)) continue;
    const text = session.read(from) ?? '';
    const imported = isCode(from) ? new Set(specifiersIn(text)) : undefined;
    for (const { token, offset } of tokensIn(text, word, isCode(from))) {
      // What stands behind `import` and the like is known from the imports.
      if (!imported?.has(token) && isPathOf(token, path, from)) return { path: from, offset };
    }
  }
  return undefined;
}

/** The word that every path to the file holds. */
export function wordOf(path: string): string {
  const whole = withoutExtension(path);
  const stem = whole.slice(whole.lastIndexOf('/') + 1).replace(isStyle(path) ? /^_/ : '', '');
  // Every package has an index: there it is the folder that names it.
  return stem === 'index' ? folderOf(path).split('/').at(-1)! : stem;
}

function withoutExtension(path: string): string {
  return path.replace(/(?:\.d)?\.[cm]?[jt]sx?$/, '').replace(isCode(path) ? '' : /\.\w+$/, '');
}

/** What lists or describes files uses none; but a document shows pictures. */
function isNoUser(path: string, from: string): boolean {
  if (/(?:^|\/)(?:CODEOWNERS|\.[\w-]*ignore)$|\.snap$|\.map$|\.log$|\.lock$|-lock\.(?:json|yaml)$/.test(from))
    return true;
  return isCode(path) && /\.(?:md|mdx|rst|txt|adoc)$/i.test(from);
}

/** The pieces of a text around a word that could be paths; in code only those that are quoted. */
function tokensIn(text: string, word: string, quotedOnly: boolean): readonly { token: string; offset: number }[] {
  const found: { token: string; offset: number }[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    let start = at;
    let end = at + word.length;
    while (start > 0 && pathLetter.test(text[start - 1]!)) start--;
    while (end < text.length && pathLetter.test(text[end]!)) end++;
    const quoted = /["'`}]/.test(text[start - 1] ?? '') && /["'`?#]/.test(text[end] ?? '');
    if (!quotedOnly || quoted) found.push({ token: text.slice(start, end), offset: start });
  }
  return found;
}

const pathLetter = /[\w@.+/~[\]-]/;

function isPathOf(token: string, path: string, from: string): boolean {
  const whole = withoutExtension(path);
  const hasExtension = /\.\w+$/.test(token);
  const bare = token.replace(/(?:\.d)?\.[cm]?[jt]sx?$/, '').replace(isCode(path) ? '' : /\.(?:\w+)$/, '');
  if (!hasExtension && !bare.includes('/')) return false;
  const same = (one: string) => one === whole || `${one}/index` === whole;
  if (/^\.\.?\//.test(bare)) {
    // Relative to the file, to the root, or to a folder that is not known.
    const beside = joinPath(folderOf(from), bare);
    if (beside !== undefined && same(beside)) return true;
  }
  const parts = bare.split('/').filter((part) => part !== '' && part !== '.' && part !== '..' && !/^[@~]$/.test(part));
  while (parts.length > 1 && builtFolders.has(parts[0]!)) parts.shift();
  const tail = parts.join('/');
  // `/flags` is an address, and `./flags` was looked up.
  if (tail === '' || (parts.length === 1 && !hasExtension)) return false;
  const isPartial = isStyle(path) && whole.replace(/\/_([^/]+)$/, '/$1').endsWith(`/${tail}`);
  return (
    isPartial ||
    same(tail) ||
    `/${whole}`.endsWith(`/${tail}`) ||
    (parts.length > 1 && whole.endsWith(`/${tail}/index`))
  );
}

/** A path may name what is built from a source: `dist/server.js` of `src/server.ts`. */
const builtFolders = new Set(['dist', 'build', 'lib', 'out', 'esm', 'cjs', 'src']);
