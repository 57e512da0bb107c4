import type { ReadShape } from '@ffsd/flags';
import { InvalidPatternError, isCode, isParsed, parse } from '@ffsd/python';
import type { Language, LanguageWork } from '../language.ts';
import type { Session as Texts } from '../session.ts';
import { compile } from './compiled-shape.ts';
import { foldReads } from './fold-reads.ts';
import { followValues } from './follow-values.ts';
import { impliedDependencies } from './implied-dependencies.ts';
import { knownKeys } from './known-keys.ts';
import { mayStillRead } from './may-still-read.ts';
import { isNoEntry, occurrencesIn, removeDefinitions } from './remove-definitions.ts';
import { removeLeftovers } from './remove-leftovers.ts';
import { withTrees } from './session.ts';
import { spellingsOf } from './spellings.ts';
import { contextOf, noteTests, removeTests } from './tests/remove-tests.ts';
import { damageBetween, whatBreaks } from './what-breaks.ts';

/** Python, stubs included. */
export const python: Language = {
  name: 'python',
  owns: isCode,
  breaks(path, text, edits) {
    const before = parse(path, text);
    return isParsed(before) ? whatBreaks(before, edits)?.because : undefined;
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
    if (shape.chooses && shape.match.trimStart().startsWith('@'))
      return new InvalidPatternError(shape.match, 'a decorator stands for none of its parts');
    try {
      compile(shape);
      return undefined;
    } catch (error) {
      return error as Error;
    }
  },
  open,
};

function open(texts: Texts): LanguageWork {
  const session = withTrees(texts);
  const spellings = (key: string, shapes: readonly ReadShape[]) => spellingsOf(key, shapes.map(compile));
  return {
    foldReads: (flag, reads) => foldReads(session, flag, reads),
    followValues: (flags) => followValues(session, flags),
    removeLeftovers: (paths, flags, droppable) => removeLeftovers(session, paths, flags, droppable),
    mayStillRead: (flag, reads, paths) => mayStillRead(session, flag, reads, paths),
    removeTests: (flag, facts) =>
      removeTests(session, contextOf(session, flag, facts, spellings(flag.key, facts.shapes))),
    noteTests: (flag, facts) => noteTests(session, contextOf(session, flag, facts, spellings(flag.key, facts.shapes))),
    spellings,
    knownKeys: (shapes) => knownKeys(session, shapes.map(compile)),
    standsElsewhere: ({ key }, shapes) => occurrencesIn(session, spellings(key, shapes)).some(isNoEntry),
    removeDefinitions: (flag, facts) => removeDefinitions(session, flag, spellings(flag.key, facts.shapes), facts),
  };
}
