import type { SourceFile } from '@ffsd/python';
import { exportsOf, importsOf, isCode, isParsed, parse, resolveModule, submoduleOf } from '@ffsd/python';
import type { Damage, Turn } from '../damage.ts';

/**
 * The names that other files import from this module, and that it bound at its top level before and does not any more.
 *
 * @param after undefined when the file is gone
 */
export function importsTakenAway(
  before: SourceFile,
  after: SourceFile | undefined,
  { was, will }: Turn,
): readonly Damage[] {
  const present = after && exportsOf(after);
  // A star import may bring the name, and `__getattr__` may make it.
  if (present && (present.stars.length > 0 || present.named.has('__getattr__'))) return [];
  const gone = [...exportsOf(before).named.keys()].filter((name) => !present?.named.has(name));
  if (gone.length === 0) return [];
  const { path } = before;
  return will
    .search(gone)
    .filter((from) => from !== path && isCode(from))
    .flatMap((from) =>
      takenFrom(from, path, { was, will })
        .filter((name) => gone.includes(name))
        .map((name): Damage => ({ kind: 'unresolved', name, what: `take away ${name}, which ${from} imports` })),
    );
}

/** Where an import leads is asked of the workspace as it was: there the file is, in any case. */
function takenFrom(from: string, path: string, { was, will }: Turn): readonly string[] {
  const text = will.read(from);
  const file = text === undefined ? undefined : parse(from, text);
  if (!file || !isParsed(file)) return [];
  return importsOf(file).flatMap(({ kind, specifier, names }) => {
    if (kind !== 'from') return [];
    const found = resolveModule(was, from, specifier);
    if (found.kind === 'unresolved' || found.path !== path) return [];
    const isSubmodule = (name: string) => submoduleOf(was, found, name) !== undefined;
    return names.map(({ imported }) => imported).filter((name) => !isSubmodule(name));
  });
}
