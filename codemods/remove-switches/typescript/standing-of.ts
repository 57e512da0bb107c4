import { entriesOfPackage, offsetsOf } from '@ffsd/typescript';
import { isServedFile } from './entry-files.ts';
import { roleOfPath } from './role-of-path.ts';
import type { Session } from './session.ts';
import type { ExportUse, Pass } from './uses-of-export.ts';
import { usesOfExport } from './uses-of-export.ts';

/** Whether something uses an exported name now, and if not, what else there is to know before it can go. */
export type Standing =
  | { readonly kind: 'used' }
  /** A package that others install offers it. */
  | { readonly kind: 'published' }
  | {
      readonly kind: 'unused';
      /** Uses in tests, which keep nothing alive. */
      readonly tests: readonly ExportUse[];
      /** Lines of other modules that name it to pass it on, to nobody. */
      readonly passes: readonly Pass[];
    };

export function standingOf(session: Session, path: string, name: string): Standing {
  const key = `${path}\n${name}`;
  const users = usersOfSession(session);
  const known = users.get(key);
  // A file that has not changed since still uses it.
  if (known && session.read(known.path) === known.text) return { kind: 'used' };
  if (isNamedWhereNothingParses(session, name)) return { kind: 'used' };
  return follow(session, path, name, new Set());
}

/** What a file that does not parse means by the name is not known. */
function isNamedWhereNothingParses(session: Session, name: string): boolean {
  return session.kept.some(
    ({ code, place }) => code === 'unparsable' && offsetsOf(session.read(place.path) ?? '', name).length > 0,
  );
}

/** By path and name, a file that uses it, with its text: asked for again after every change. */
function usersOfSession(session: Session): Map<string, { readonly path: string; readonly text: string | undefined }> {
  let known = users.get(session);
  if (!known) {
    known = new Map();
    users.set(session, known);
  }
  return known;
}

const users = new WeakMap<Session, ReturnType<typeof usersOfSession>>();

function follow(session: Session, path: string, name: string, seen: Set<string>): Standing {
  const key = `${path}\n${name}`;
  // Two modules that pass a name to each other use it no more than one.
  if (seen.has(key)) return { kind: 'unused', tests: [], passes: [] };
  seen.add(key);
  if (isServedFile(session, path)) return { kind: 'used' };
  // Among themselves tests are code like any other.
  const isProduct = roleOfPath(path) === 'product';
  const tests: ExportUse[] = [];
  const passes: Pass[] = [];
  let published = isPublicEntry(session, path);
  for (const use of usesOfExport(session, path, name)) {
    if (isProduct && roleOfPath(use.path) !== 'product') {
      tests.push(use);
      continue;
    }
    if (use.kind !== 'pass') {
      if (use.kind === 'use') {
        usersOfSession(session).set(key, { path: use.path, text: session.read(use.path) });
        return { kind: 'used' };
      }
      tests.push(use);
      continue;
    }
    const further = follow(session, use.path, use.exported, seen);
    if (further.kind === 'used') {
      const known = usersOfSession(session).get(`${use.path}\n${use.exported}`);
      if (known) usersOfSession(session).set(key, known);
      return further;
    }
    published ||= further.kind === 'published';
    if (further.kind === 'unused') tests.push(...further.tests);
    if (!use.star) passes.push(use);
  }
  return published ? { kind: 'published' } : { kind: 'unused', tests, passes };
}

/** Others than the workspace can import it: what passes on to such a file is published. */
export function isPublicEntry(session: Session, path: string): boolean {
  const owner = entriesOfPackage(session, path);
  return owner !== undefined && !owner.private && (owner.anyEntry || owner.entries.includes(path));
}
