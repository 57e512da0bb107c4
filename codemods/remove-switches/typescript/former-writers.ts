import type { SourceFile } from '@ffsd/typescript';
import { parsedFile } from '@ffsd/typescript';
import { usersOf } from '../users-of.ts';
import { bindingAt } from './fold-binding.ts';
import { originOfName } from './origin-of-name.ts';
import type { Session } from './session.ts';

/**
 * The drafts that removed what gave a name another value: while they are not made, it may hold that one.
 *
 * @param anchor where the name is declared in the present text
 */
export function formerWriters(session: Session, { path }: SourceFile, anchor: number): readonly string[] {
  const original = parsedFile(session.base, path);
  const then = original && bindingAt(original, originOfName(session, path, anchor));
  const writes = then?.references.filter(({ write }) => write) ?? [];
  return usersOf(
    session,
    path,
    writes.map(({ node }) => node.start!),
  );
}
