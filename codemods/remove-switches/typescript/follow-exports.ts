import type { Node } from '@babel/types';
import type { SourceFile } from '@ffsd/typescript';
import { exportsOf, isReassigned, parsedFile, scopesOf } from '@ffsd/typescript';
import { flagBehind } from '../flag-behind.ts';
import type { Follower } from '../follow-all.ts';
import type { SettledFlag } from '../language.ts';
import { constantHere } from './constant-here.ts';
import { bindingAt } from './fold-binding.ts';
import { foldEverywhere } from './fold-everywhere.ts';
import { formerWriters } from './former-writers.ts';
import { planValue } from './plan-value.ts';
import type { NameReads } from './reads-of-name.ts';
import { readsOfExport, readsOfName } from './reads-of-name.ts';
import type { Session } from './session.ts';

/** `export const isNew = true`: each use of it, here and in the files that import it, is the constant. */
export const followExports: Follower<Session> = (session, path, flags) => {
  let any = false;
  const done = new Set<string>();
  for (;;) {
    const file = parsedFile(session, path);
    const next = file && exportedConstants(session, file).find(({ name }) => !done.has(name));
    if (!file || !next) return any;
    done.add(next.name);
    any = followOne(session, file, next, flags) || any;
  }
};

interface ExportedConstant {
  readonly name: string;
  /** What gives it its value. */
  readonly init: Node;
  /** Where it is declared; undefined for `export default true` and `exports.isNew = true`. */
  readonly declared: Node | undefined;
}

/** Constants that others can see and in which a draft had a hand. */
function exportedConstants(session: Session, file: SourceFile): readonly ExportedConstant[] {
  const found: ExportedConstant[] = [];
  for (const [exported, entry] of exportsOf(file).named) {
    if (entry.kind !== 'local') continue;
    const { declaration, binding } = entry;
    const one = binding
      ? declaredConstant(file, declaration)
      : { name: exported, init: declaration, declared: undefined };
    if (!one || found.some(({ name }) => name === one.name) || !constantHere(session, file, one.init)) continue;
    if (session.touching(file.path, one.init.start!, one.init.end!).length > 0) found.push(one);
  }
  return found;
}

function declaredConstant(file: SourceFile, declaration: Node): ExportedConstant | undefined {
  if (declaration.type !== 'VariableDeclarator' || declaration.id.type !== 'Identifier' || !declaration.init)
    return undefined;
  const { id, init } = declaration;
  const binding = scopesOf(file).bindingOf(id);
  return !binding || isReassigned(binding) ? undefined : { name: id.name, init, declared: id };
}

function followOne(
  session: Session,
  file: SourceFile,
  { name, init, declared }: ExportedConstant,
  flags: readonly SettledFlag[],
): boolean {
  const { path } = file;
  const written = session.touching(path, init.start!, init.end!);
  const grounds = declared ? [...written, ...formerWriters(session, file, declared.start!)] : written;
  const flag = flagBehind(session, flags, grounds);
  if (!flag) return false;
  const readsAt = (anchor: number): NameReads => {
    if (!declared) return readsOfExport(session, path, name);
    const present = parsedFile(session, path);
    const binding = present && bindingAt(present, anchor);
    const all = binding && readsOfName(session, path, binding.declarations[0]!);
    return all ?? { reads: [], unknown: undefined, mocks: [] };
  };
  const anchor = (declared ?? init).start!;
  const { unknown, mocks } = readsAt(anchor);
  const { value } = constantHere(session, file, init)!;
  const line = session.lineOf(path, anchor);
  const shown = name === 'default' ? 'the default export' : name;
  return foldEverywhere(session, flag, {
    known: {
      name: shown,
      value,
      because: `it is given ${JSON.stringify(value)} and never assigned again`,
      place: { path, line },
      grounds,
    },
    path,
    anchor,
    uses: (at) =>
      readsAt(at).reads.map((read) => ({
        ...read,
        plan: () => planValue(session, read.file, { node: read.node, value }),
      })),
    doubts: mocks.map(
      (where) => `the tests in ${where}, which put something else in the place of ${shown}, still hold`,
    ),
    left: unknown && `${unknown.because} (${unknown.path})`,
    flow: {
      path,
      code: declared ? 'exported-value' : 'stored-value',
      lines: [line, session.lineOf(path, init.start!)],
    },
  });
}
