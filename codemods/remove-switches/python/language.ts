import type { ReadShape } from '@ffsd/flags';
import { isCode, isParsed, parse } from '@ffsd/python';
import type { Language, LanguageWork } from '../language.ts';
import type { Session as Texts } from '../session.ts';
import { compile } from './compiled-shape.ts';
import { foldReads } from './fold-reads.ts';
import { withTrees } from './session.ts';
import { spellingsOf } from './spellings.ts';
import { whatBreaks } from './what-breaks.ts';

export const python: Language = {
  name: 'python',
  owns: isCode,
  breaks(path, text, edits) {
    const before = parse(path, text);
    return isParsed(before) && whatBreaks(before, edits) !== undefined;
  },
  impliedDependencies: () => [],
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

function open(texts: Texts): LanguageWork {
  const session = withTrees(texts);
  const spellings = (key: string, shapes: readonly ReadShape[]) => spellingsOf(key, shapes.map(compile));
  return {
    foldReads: (flag, reads) => foldReads(session, flag, reads),
    removeLeftovers: () => false,
    spellings,
    knownKeys: () => [],
    standsElsewhere: () => false,
    removeDefinitions() {},
  };
}
