import type { Binding, SourceFile } from '@ffsd/typescript';
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
export function formerWriters(session: Session, file: SourceFile, anchor: number): readonly string[] {
  return formerUsers(session, file, anchor, ({ write }) => write);
}

/** The drafts that removed uses of a name that is declared in the file, or those of them that are asked for. */
export function formerUsers(
  session: Session,
  { path }: SourceFile,
  anchor: number,
  isMeant: (reference: Binding['references'][number]) => boolean = () => true,
): readonly string[] {
  const original = parsedFile(session.base, path);
  const then = original && bindingAt(original, originOfName(session, path, anchor));
  const offsets = then?.references.filter(isMeant).map(({ node }) => node.start!) ?? [];
  return usersOf(session, path, offsets);
}
