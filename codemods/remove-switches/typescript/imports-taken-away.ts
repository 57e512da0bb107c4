import type { SourceFile } from '@ffsd/typescript';
import { importsOf, isCode, isParsed, parse, resolveModule } from '@ffsd/typescript';
import type { Damage, Turn } from '../damage.ts';
import { exportedNames } from './exported-names.ts';

/**
 * The names that other files import from this one, and that it exported before and does not any more.
 *
 * @param after undefined when the file is gone
 */
export function importsTakenAway(
  before: SourceFile,
  after: SourceFile | undefined,
  { was, will }: Turn,
): readonly Damage[] {
  const present = after && exportedNames(after);
  // What `export *` passes on has no name here.
  if (present?.has('*')) return [];
  const gone = [...exportedNames(before)].filter((name) => name !== '*' && !present?.has(name));
  if (gone.length === 0) return [];
  const { path } = before;
  return will
    .search(gone.flatMap((name) => (name === 'default' ? wordsFor(path) : [name])))
    .filter((from) => from !== path && isCode(from))
    .flatMap((from) =>
      takenFrom(from, path, { was, will })
        .filter((name) => gone.includes(name))
        .map((name): Damage => ({ kind: 'unresolved', name, what: `take away ${name}, which ${from} imports` })),
    );
}

/** A default import names the module and not the name: `'./cart'`, or its folder where the file is an index. */
function wordsFor(path: string): readonly string[] {
  const parts = path.split('/');
  const stem = parts.at(-1)!.replace(/(?:\.d)?\.[cm]?[jt]sx?$/, '');
  return stem === 'index' && parts.length > 1 ? [parts.at(-2)!] : [stem];
}

/** Where an import leads is asked of the workspace as it was: there the file is, in any case. */
function takenFrom(from: string, path: string, { was, will }: Turn): readonly string[] {
  const text = will.read(from);
  const file = text === undefined ? undefined : parse(from, text);
  if (!file || !isParsed(file)) return [];
  return importsOf(file)
    .filter(({ kind, specifier }) => kind !== 'dynamic' && resolveModule(was, from, specifier) === path)
    .flatMap(({ names }) => names.map(({ imported }) => imported));
}
