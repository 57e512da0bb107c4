import { InvalidTemplatePatternError, isParsedDjango, parseDjango } from '@ffsd/templates';
import { isAngularTemplate } from '../angular/is-angular-template.ts';
import type { Language, LanguageWork } from '../language.ts';
import type { Session as Texts } from '../session.ts';
import { compile, spellingsOf } from './compiled-shape.ts';
import { foldReads } from './fold-reads.ts';
import { impliedDependencies } from './implied-dependencies.ts';
import { isTemplate } from './is-template.ts';
import { knownKeys } from './known-keys.ts';
import { mayReadInTag, noteLeftovers, standsInTag } from './note-leftovers.ts';
import { removeLoads } from './remove-loads.ts';
import { withTrees } from './session.ts';
import { whatBreaks } from './what-breaks.ts';

/** Templates of Django and Jinja. */
export const template: Language = {
  name: 'template',
  owns: (path, workspace) => isTemplate(path) && !isAngularTemplate(path, workspace),
  breaks(path, text, edits) {
    const before = parseDjango(path, text);
    return isParsedDjango(before) ? whatBreaks(before, edits) : undefined;
  },
  damageBetween(path, before, after) {
    const isParsed = (text: string) => isParsedDjango(parseDjango(path, text));
    const isBroken = after !== undefined && isParsed(before) && !isParsed(after);
    return isBroken ? [{ kind: 'syntax', name: '', what: 'not parse' }] : [];
  },
  impliedDependencies(path, text, edits, history) {
    const before = history.length > 0 ? parseDjango(path, text) : undefined;
    return before && isParsedDjango(before) ? impliedDependencies(before, edits, history) : [];
  },
  complaintAbout(shape) {
    if (shape.chooses) return new InvalidTemplatePatternError(shape.match);
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
  return {
    foldReads: (flag, reads) => foldReads(session, flag, reads),
    // Values that a program gives a template are not followed into it.
    followValues: () => false,
    removeLeftovers(paths) {
      let again = false;
      for (const path of paths) again = removeLoads(session, path) || again;
      return again;
    },
    mayStillRead: (flag, { shapes }) => mayReadInTag(session, flag, shapes),
    removeTests: () => false,
    noteTests() {},
    spellings: (key, shapes) => spellingsOf(key, shapes.map(compile)),
    knownKeys: (shapes) => knownKeys(session, shapes.map(compile)),
    standsElsewhere: (flag, shapes) => standsInTag(session, flag, shapes),
    removeDefinitions: (flag, { shapes }) => noteLeftovers(session, flag, shapes),
  };
}
