import type { ReadShape } from '@ffsd/flags';
import { isCode, isParsed, parse } from '@ffsd/typescript';
import type { ConditionProp } from '../condition-prop.ts';
import type { Language, LanguageWork } from '../language.ts';
import type { Session as Texts } from '../session.ts';
import { removeMembersOfComponent } from '../vue/remove-members-of-component.ts';
import { followValues } from './follow-values.ts';
import { impliedDependencies } from './implied-dependencies.ts';
import { knownKeys } from './known-keys.ts';
import { mayStillRead } from './may-still-read.ts';
import { occurrencesOfKey } from './occurrences-of-key.ts';
import { removeAcrossFiles } from './remove-across-files.ts';
import { isNoEntry, removeDefinitions } from './remove-definitions.ts';
import { compile, foldReads, spellingsOf } from './remove-flag.ts';
import { removeKeyNames } from './remove-key.ts';
import { removeLostParts } from './remove-lost-parts.ts';
import { removeUnnamedMembers } from './remove-unnamed-members.ts';
import { removeUnused } from './remove-unused.ts';
import type { Session } from './session.ts';
import { withTrees } from './session.ts';
import { contextOf, noteTests, removeTests } from './tests/remove-tests.ts';
import { unwrapBraces } from './unwrap-braces.ts';
import { damageBetween, whatBreaks } from './what-breaks.ts';

/** TypeScript and JavaScript, with and without JSX. */
export const typescript: Language = {
  name: 'typescript',
  owns: isCode,
  breaks(path, text, edits) {
    const before = parse(path, text);
    return isParsed(before) ? whatBreaks(before, edits) : undefined;
  },
  damageBetween(path, before, after, turn) {
    const file = parse(path, before);
    return isParsed(file) ? damageBetween(file, after, turn) : [];
  },
  impliedDependencies(path, text, edits, history) {
    const before = history.length > 0 ? parse(path, text) : undefined;
    return before && isParsed(before) ? impliedDependencies(before, edits, history) : [];
  },
  complaintAbout(shape) {
    try {
      compile(shape);
      return undefined;
    } catch (error) {
      return error as Error;
    }
  },
  open,
};

function open(texts: Texts, conditionProps: readonly ConditionProp[]): LanguageWork {
  const session: Session = { ...withTrees(texts), conditionProps };
  const spellings = (key: string, shapes: readonly ReadShape[]) => spellingsOf(key, shapes.map(compile));
  return {
    foldReads: (flag, reads) => foldReads(session, flag, reads),
    followValues: (flags) => followValues(session, flags),
    removeLeftovers(paths, flags, droppable) {
      let again = false;
      for (const path of paths) again = removeUnused(session, path, droppable) || again;
      for (const path of paths) again = unwrapBraces(session, path) || again;
      for (const path of paths) again = removeMembersOfComponent(session, path) || again;
      for (const flag of flags) again = removeKeyNames(session, flag) || again;
      again ||= removeLostParts(session) || removeUnnamedMembers(session, flags);
      return again || removeAcrossFiles(session, droppable);
    },
    mayStillRead: (flag, reads, paths) => mayStillRead(session, flag, reads, paths),
    removeTests: (flag, facts) =>
      removeTests(session, contextOf(session, flag, facts, spellings(flag.key, facts.shapes))),
    noteTests: (flag, facts) => noteTests(session, contextOf(session, flag, facts, spellings(flag.key, facts.shapes))),
    spellings,
    knownKeys: (shapes) => knownKeys(session, shapes.map(compile)),
    standsElsewhere({ key }, shapes) {
      const all = spellings(key, shapes);
      return session
        .search(all)
        .filter(isCode)
        .some((path) => {
          const file = session.parse(path);
          return file !== undefined && occurrencesOfKey(file, all).some(isNoEntry);
        });
    },
    removeDefinitions: (flag, facts) => removeDefinitions(session, flag, spellings(flag.key, facts.shapes), facts),
  };
}
