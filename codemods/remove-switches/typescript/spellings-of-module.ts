import { entriesOfPackage, folderOf, isCode } from '@ffsd/typescript';
import type { Session } from './session.ts';

/** What the text of a file that imports a module holds. */
export interface Spellings {
  /** One of these, wherever the file lies. */
  readonly anywhere: readonly string[];
  /** Or one of these, where the file lies below `within`: `'..'` says nothing of the folder that it means. */
  readonly near: readonly string[];
  readonly within: string;
  /** The last part of a specifier that is resolved by a configuration which is not read here. */
  readonly tail: string | undefined;
}

export function spellingsOfModule(session: Session, path: string): Spellings {
  const base = path.slice(path.lastIndexOf('/') + 1);
  if (!isCode(path)) return { anywhere: [base], near: [], within: '', tail: base };
  const stem = base.replace(/(?:\.d)?\.[cm]?[jt]sx?$/, '');
  const aliases = [...packageName(session, path), ...aliasesOf(session, path)];
  if (stem !== 'index') return { anywhere: [...endings(stem), ...aliases], near: [], within: '', tail: stem };
  const parts = folderOf(path)
    .split('/')
    .filter((part) => part !== '');
  const generic = parts.slice(parts.findLastIndex((part) => !genericFolders.has(part)) + 1);
  const folder = parts[parts.length - generic.length - 1];
  const within = parts.slice(0, parts.length - generic.length).join('/');
  const quoted = (text: string) => [`${text}'`, `${text}"`, `${text}\``];
  return {
    anywhere: [...(folder === undefined ? [] : [...endings(folder), `/${folder}/`]), ...aliases],
    near: ['/index', '/index.js', '.', './', '..', '../', ...generic.map((part) => `/${part}`)].flatMap(quoted),
    within,
    tail: folder,
  };
}

/** How a specifier ends; the word alone, such as `types`, stands in every other file. */
function endings(name: string): readonly string[] {
  return [...["'", '"', '`', '.', '?'].map((end) => `/${name}${end}`), `'${name}'`, `"${name}"`];
}

/** Folders that every package has: to look for their names would be to look at everything. */
const genericFolders = new Set(['src', 'lib', 'app', 'source', 'dist', 'main']);

function packageName(session: Session, path: string): readonly string[] {
  const owner = entriesOfPackage(session, path);
  return owner?.name !== undefined && owner.entries.includes(path) ? [owner.name] : [];
}

interface Mapping {
  readonly key: string;
  readonly target: string;
}

const mappings = new WeakMap<Session, readonly Mapping[]>();

/** The names that `paths` of some tsconfig gives to the file: `@app/ui` of `"@app/ui": ["libs/ui/src/index.ts"]`. */
function aliasesOf(session: Session, path: string): readonly string[] {
  let known = mappings.get(session);
  if (!known) {
    known = session
      .search(['"paths"'])
      .filter((one) => /(?:^|\/)[jt]sconfig[^/]*\.json$/.test(one))
      .flatMap((one) => mappingsIn(session.read(one) ?? ''));
    mappings.set(session, known);
  }
  const whole = path.replace(/(?:\.d)?\.[cm]?[jt]sx?$/, '');
  return known.flatMap(({ key, target }) => {
    const [before, after = ''] = target.split('*') as [string, string?];
    // The base folder is not known here, so the target may stand anywhere in the path.
    const at = `/${whole}`.lastIndexOf(`/${before}`);
    if (at < 0 || !(whole.endsWith(after) || whole === after)) return [];
    if (!target.includes('*')) return `/${whole}`.endsWith(`/${before}`) ? [key] : [];
    const star = whole.slice(at + before.length, whole.length - after.length);
    return after === '' ? [] : [key.replace('*', () => star)];
  });
}

function mappingsIn(text: string): readonly Mapping[] {
  return [...text.matchAll(/"([^"\n]+)"\s*:\s*\[([^\]]*)\]/g)].flatMap(([, key, list]) =>
    [...list!.matchAll(/"([^"\n]+)"/g)].map(([, target]) => ({
      key: key!,
      target: target!.replace(/^(?:\.\.?\/)+/, '').replace(/(?:\.d)?\.[cm]?[jt]sx?$/, ''),
    })),
  );
}
