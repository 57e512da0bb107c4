import type { ReadShape } from '@ffsd/flags';
import { InvalidTemplatePatternError, isParsedAngular, parseAngular } from '@ffsd/templates';
import { isCode } from '@ffsd/typescript';
import { followAll } from '../follow-all.ts';
import type { Language, LanguageWork } from '../language.ts';
import type { Session as Texts } from '../session.ts';
import type { Session } from '../typescript/session.ts';
import { withTrees } from '../typescript/session.ts';
import { compile, spellingsOf } from './compiled-shape.ts';
import { componentsOf } from './components.ts';
import { foldReads } from './fold-reads.ts';
import { followMembers } from './follow-members.ts';
import { impliedDependencies } from './implied-dependencies.ts';
import { isAngularTemplate } from './is-angular-template.ts';
import { noteLeftovers, standsInTemplate } from './note-leftovers.ts';
import { removeInjections } from './remove-injections.ts';
import { removeListedImports } from './remove-listed-imports.ts';
import { removeMembers } from './remove-members.ts';
import { removeTemplates } from './remove-templates.ts';
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
  const spellings = (key: string, shapes: readonly ReadShape[]) => spellingsOf(key, shapes.map(compile));
  return {
    foldReads: (flag, reads) => foldReads(session, flag, reads),
    followValues: (flags) => followAll(session, isCode, [followMembers], flags),
    removeLeftovers() {
      let again = false;
      for (const path of session.changed()) {
        if (isCode(path) || isAngularTemplate(path, session.base)) again = removeTemplates(session, path) || again;
      }
      for (const path of componentsTouched(session)) {
        for (const remove of [removeMembers, removeInjections, removeListedImports])
          again = remove(session, path) || again;
      }
      return again;
    },
    mayStillRead: ({ key }, { shapes }) => standsInTemplate(session, spellings(key, shapes)),
    removeTests: () => false,
    noteTests() {},
    spellings,
    knownKeys: () => [],
    standsElsewhere: ({ key }, shapes) => standsInTemplate(session, spellings(key, shapes)),
    removeDefinitions: (flag, { shapes }) => noteLeftovers(session, flag, spellings(flag.key, shapes)),
  };
}

/** The code of the components that were changed, or whose template was. */
function componentsTouched(session: Session): readonly string[] {
  const changed = session.changed();
  const shown = changed
    .filter((path) => isAngularTemplate(path, session.base))
    .flatMap((path) => componentsOf(session, path).map(({ file }) => file.path));
  return [...new Set([...changed.filter(isCode), ...shown])].sort();
}
