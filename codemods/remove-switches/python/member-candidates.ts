import type { AnyNode, ClassPlace, SourceFile } from '@ffsd/python';
import { findAll, isCode, parsedFile, receiverOf, usageOf } from '@ffsd/python';
import { draftsOver } from '../drafts-over.ts';
import { ancestorsOf } from './class-family.ts';
import { isDistinctive } from './is-distinctive.ts';
import { lostWords } from './lost-words.ts';
import { touchedFiles } from './orphan-candidates.ts';
import { remembered } from './remembered.ts';
import type { Session } from './session.ts';

/** A member that something has stopped to use. */
export interface MemberCandidate {
  readonly path: string;
  /** The name of a class that may have it; undefined for any class of the file. */
  readonly owner: string | undefined;
  readonly name: string;
}

/**
 * The members that were read or called at a place that has gone, of the class that was meant there or of one above it. Where nobody knows
 * what was meant, a name that says enough is looked for in all classes.
 */
export function memberCandidates(session: Session): readonly MemberCandidate[] {
  return remembered(session, 'member candidates', () => {
    const found = new Map<string, MemberCandidate>();
    for (const path of touchedFiles(session)) {
      const original = parsedFile(session.base, path);
      for (const one of original ? candidatesIn(session, original) : [])
        found.set(`${one.path}\n${one.owner}\n${one.name}`, one);
    }
    return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  });
}

function* candidatesIn(session: Session, file: SourceFile): Generator<MemberCandidate> {
  const lost = lostWords(session);
  for (const node of findAll(file.tree, 'Attribute')) {
    const name = node.attr.value;
    if (!lost.has(`.${name}`) || !/^(?:read|call)$/.test(usageOf(node))) continue;
    if (draftsOver(session, file.path, node.attr.start, node.attr.end).length === 0) continue;
    for (const place of ownersOf(session, file, node.value))
      yield { path: place.path, owner: place.node.name.value, name };
    if (isDistinctive(name) && receiverOf(session.base, file, node.value).kind === 'unknown') {
      for (const path of session.search([`def ${name}(`])) if (isCode(path)) yield { path, owner: undefined, name };
    }
  }
}

function ownersOf(session: Session, file: SourceFile, receiver: AnyNode): readonly ClassPlace[] {
  const found = receiverOf(session.base, file, receiver);
  if (found.kind !== 'object' && found.kind !== 'super') return [];
  return found.of.flatMap((one) => [one, ...ancestorsOf(session.base, one)]);
}
