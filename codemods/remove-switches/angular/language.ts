import { InvalidTemplatePatternError, isParsedAngular, parseAngular } from '@ffsd/templates';
import { isCode } from '@ffsd/typescript';
import { followAll } from '../follow-all.ts';
import type { Language, LanguageWork } from '../language.ts';
import type { Session as Texts } from '../session.ts';
import { withTrees } from '../typescript/session.ts';
import { followMembers } from './follow-members.ts';
import { impliedDependencies } from './implied-dependencies.ts';
import { isAngularTemplate } from './is-angular-template.ts';
import { whatBreaks } from './what-breaks.ts';

/** Templates of Angular: files of their own, and texts in the code of their component. */
export const angular: Language = {
  name: 'angular',
  owns: isAngularTemplate,
  isWithin: (workspace) => workspace.search(['@angular/core']).some(isCode),
  breaks(path, text, edits) {
    const before = parseAngular(path, text);
    return isParsedAngular(before) ? whatBreaks(before, edits) : undefined;
  },
  damageBetween(path, before, after) {
    const isParsed = (text: string) => isParsedAngular(parseAngular(path, text));
    const isBroken = after !== undefined && isParsed(before) && !isParsed(after);
    return isBroken ? [{ kind: 'syntax', name: '', what: 'not parse' }] : [];
  },
  impliedDependencies(path, text, edits, history) {
    const before = history.length > 0 ? parseAngular(path, text) : undefined;
    return before && isParsedAngular(before) ? impliedDependencies(before, edits, history) : [];
  },
  complaintAbout: ({ match }) => new InvalidTemplatePatternError(match),
  open,
};

function open(texts: Texts): LanguageWork {
  const session = withTrees(texts);
  return {
    foldReads: () => [],
    followValues: (flags) => followAll(session, isCode, [followMembers], flags),
    removeLeftovers: () => false,
    mayStillRead: () => false,
    removeTests: () => false,
    noteTests() {},
    spellings: (key) => [key],
    knownKeys: () => [],
    standsElsewhere: () => false,
    removeDefinitions() {},
  };
}
