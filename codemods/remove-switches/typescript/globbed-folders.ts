import { folderOf, isCode, joinPath } from '@ffsd/typescript';
import { filesWith } from './files-with.ts';
import type { TextPlace } from './named-in-text.ts';
import type { Session } from './session.ts';

/**
 * The place whose code loads the file among all those of a folder: `import.meta.glob('./pages/*.tsx')`, `require.context('./icons')`,
 * `import(`./locales/${name}.ts`)`, a folder that is read and whose files are required.
 */
export function globbedBy(session: Session, path: string): TextPlace | undefined {
  return (
    byKind(session, path) ??
    globsOf(session).find(({ prefix, inside, rest }) => {
      if (rest && !rest.test(path)) return false;
      if (inside) return `/${path}`.includes(prefix);
      // The root is taken for its own files only.
      return prefix === '' ? !path.includes('/') : path.startsWith(prefix);
    })
  );
}

/** `entities: ['dist/**\/*.entity.js']` means `user.entity.ts`. */
function byKind(session: Session, path: string): TextPlace | undefined {
  const kind = /[^/]\.([\w-]+)\.[cm]?[jt]sx?$/.exec(path)?.[1];
  if (kind === undefined) return undefined;
  const pattern = `*.${kind}`;
  const [from] = filesWith(session, [pattern]).filter((one) => !/ignore$|\.md$/.test(one));
  return from === undefined ? undefined : { path: from, offset: session.read(from)!.indexOf(pattern) };
}

interface Glob extends TextPlace {
  /** How the paths begin that it takes; or what they hold, when the beginning is an alias. */
  readonly prefix: string;
  readonly inside: boolean;
  /** How they end. */
  readonly rest?: RegExp;
}

const known = new WeakMap<Session, readonly Glob[]>();

function globsOf(session: Session): readonly Glob[] {
  let globs = known.get(session);
  if (!globs) {
    globs = session
      .search([...loaders])
      .filter((path) => isCode(path) || /\.(?:vue|svelte|astro)$/.test(path))
      .flatMap((path) => globsIn(path, session.read(path) ?? ''));
    known.set(session, globs);
  }
  return globs;
}

/** What a file holds that loads others by a name which it computes. */
const loaders = [
  ...[
    'import.meta.glob',
    'require.context',
    'readdir',
    'glob',
    'import(`',
    'require(`',
    "import('",
    'import("',
    'import(/*',
  ],
  ...[
    "require('./' +",
    'require("./" +',
    "require('../' +",
    'require("../" +',
    'require(path',
    'require(join',
    'require(__dirname',
  ],
];

function globsIn(path: string, text: string): readonly Glob[] {
  const globs: Glob[] = [];
  const add = (spelling: string, offset: number, rest?: RegExp) => {
    const relative = /^\.\.?(?:\/|$)/.test(spelling);
    const rooted = spelling.startsWith('/');
    const folder = relative ? joinPath(folderOf(path), spelling) : joinPath('', spelling);
    if (folder === undefined) return;
    const slash = spelling.endsWith('/') && folder !== '' ? '/' : '';
    if (relative || rooted) globs.push({ path, offset, prefix: folder + slash, inside: false, ...(rest && { rest }) });
    else {
      const within = folder.replace(/^[@~#$][^/]*\//, '');
      if (within !== '')
        globs.push({ path, offset, prefix: `/${within}${slash}`, inside: true, ...(rest && { rest }) });
    }
  };
  // Of a pattern what stands before its first star or hole: './pages/' of './pages/*.tsx'.
  for (const call of text.matchAll(/\bimport\.meta\.glob(?:Eager)?\b[^(]*\(([^)]*)\)/g)) {
    for (const [, pattern] of call[1]!.matchAll(/["'`]([^"'`\n]+)["'`]/g)) {
      if (!pattern!.startsWith('!')) add(pattern!.replace(/[*{[(?].*$/, ''), call.index, endOf(pattern!));
    }
  }
  for (const call of text.matchAll(/\brequire\.context\s*\(\s*["'`]([^"'`\n]+)["'`]/g)) add(`${call[1]!}/`, call.index);
  const computed = /\b(?:import|require)\s*\(\s*(?:\/\*[^*]*\*\/\s*)*(?:`([^`$\n]*)\$\{|(["'])([^"'\n]*)\2\s*\+)/g;
  for (const call of text.matchAll(computed)) {
    const start = call[1] ?? call[3]!;
    if (start !== '') add(start, call.index);
  }
  const reads = /\b(?:readdir|glob(?:by)?)(?:Sync)?\s*\(|\bfast-?glob\b/i.exec(text);
  // An argument that is no plain text.
  const loads = /\b(?:import|require)\s*\(\s*(?!["'`]|\/\*)[^)\s]/.test(text);
  if (reads && loads) {
    globs.push({ path, offset: reads.index, prefix: folderOf(path) === '' ? '' : `${folderOf(path)}/`, inside: false });
    for (const [, literal] of text.matchAll(/["'`]((?:\.\.?\/)*[\w-][\w./-]*)["'`]/g)) {
      const folder = joinPath(folderOf(path), literal!);
      if (folder && !/\.\w+$/.test(literal!))
        globs.push({ path, offset: reads.index, prefix: `${folder}/`, inside: false });
    }
  }
  return globs;
}

/** What every path ends with that a pattern takes: `.story.tsx` of `./pages/*.story.tsx`. */
function endOf(pattern: string): RegExp {
  const end = /[^*?{}[\]()!+@]*$/.exec(pattern)![0];
  return new RegExp(`${end.replaceAll(/[.$^|\\]/g, '\\$&')}$`);
}
