import { parsedFile } from '@ffsd/python';
import { draftsOver } from '../drafts-over.ts';
import { bindingAt } from './fold-binding.ts';
import { referencesOf } from './references-of.ts';
import type { Session } from './session.ts';

/**
 * The drafts that removed what other files did with a name of a module, their imports of it included.
 *
 * @param offset where the name is bound in the text before the first change
 */
export function usersElsewhere(session: Session, path: string, offset: number): readonly string[] {
  const file = parsedFile(session.base, path);
  const binding = file && bindingAt(file, offset);
  const name = binding?.declarations.find(({ start }) => start === offset);
  const references = file && name ? (referencesOf(session.base, file, name) ?? []) : [];
  return references
    .filter((one) => one.path !== path)
    .flatMap((one) => draftsOver(session, one.path, one.offset, one.node?.end ?? one.offset));
}
