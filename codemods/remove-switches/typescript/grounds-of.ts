import type { ImportedName, ModuleImport, SourceFile } from '@ffsd/typescript';
import {
  importsOf,
  isCode,
  isMixed,
  memberUses,
  mocksOf,
  parsedFile,
  resolveModule,
  specifiersIn,
} from '@ffsd/typescript';
import { usersOf } from '../users-of.ts';
import { deletedFiles } from './deleted-files.ts';
import { filesNamedIn } from './files-named-in.ts';
import { namersOf } from './namers-of.ts';
import type { Session } from './session.ts';

/**
 * The drafts that took away what named a module, or one name of it: where they are not made, it is still used.
 *
 * @param name an exported name; without it the module as a whole
 */
export function groundsOf(session: Session, path: string, name?: string): readonly string[] {
  const keys = new Set<string>();
  collect(session, path, name, keys, new Set());
  return [...keys];
}

function collect(session: Session, path: string, name: string | undefined, keys: Set<string>, seen: Set<string>): void {
  if (seen.has(path)) return;
  seen.add(path);
  const means = (from: string, specifier: string) => resolveModule(session, from, specifier) === path;
  const starred = new Set<string>();
  for (const from of session.changed()) {
    if (isMixed(from)) for (const key of usersOf(session, from, offsetsIn(session, from, path))) keys.add(key);
    if (!isCode(from)) continue;
    const original = from === path ? undefined : session.original(from);
    if (!original) continue;
    const offsets: number[] = [];
    for (const one of importsOf(original).filter(({ specifier }) => means(from, specifier))) {
      if (name === undefined || one.names.length === 0) offsets.push(one.node.start!);
      for (const imported of one.names) offsets.push(...offsetsOf(original, imported, name));
      if (isStar(one)) starred.add(from);
    }
    for (const { source } of mocksOf(original)) if (means(from, source.value)) offsets.push(source.start!);
    for (const key of usersOf(session, from, offsets)) keys.add(key);
  }
  for (const [from, key] of deletedFiles(session)) {
    const original = isCode(from) ? session.original(from) : undefined;
    const imports = original ? importsOf(original).filter(({ specifier }) => means(from, specifier)) : [];
    const mixed = isMixed(from) && offsetsIn(session, from, path).length > 0;
    if (mixed || imports.length > 0 || filesNamedIn(session, from).includes(path)) keys.add(key);
    if (imports.some(isStar)) starred.add(from);
  }
  if (name === undefined) return;
  // What is passed on without being named was used through the module that passes it on.
  for (const { path: from } of namersOf(session, path)) {
    const file = isCode(from) ? parsedFile(session, from) : undefined;
    if (file && importsOf(file).some((one) => isStar(one) && means(from, one.specifier))) starred.add(from);
  }
  for (const from of starred) collect(session, from, name, keys, seen);
}

/** Where a file that holds code among other things named the module before the first change. */
function offsetsIn(session: Session, from: string, path: string): readonly number[] {
  const text = session.base.read(from) ?? '';
  const specifiers = specifiersIn(text).filter((specifier) => resolveModule(session, from, specifier) === path);
  return specifiers.map((specifier) => text.indexOf(specifier));
}

function isStar({ kind, names }: ModuleImport): boolean {
  return kind === 're-export' && names.some(({ exported }) => exported === undefined);
}

function offsetsOf(file: SourceFile, imported: ImportedName, name: string | undefined): readonly number[] {
  if (name === undefined || imported.imported === name) return [imported.node.start!];
  if (imported.imported !== '*' || !imported.local) return [];
  return [imported.node.start!, ...memberUses(file, imported, name).map(({ node }) => node.start!)];
}
