import type { ReadShape } from '@ffsd/flags';
import { readsFor, vocabularies, vocabularyNamed } from '@ffsd/flags';
import type { Constant } from '@ffsd/fold';
import { foldUnary, isTruthy } from '@ffsd/fold';
import type { AngularFile } from '@ffsd/templates';
import { isCode, parsedFile } from '@ffsd/typescript';
import type { Workspace } from '@ffsd/workspace';
import { nothingFolded } from '../binding-progress.ts';
import type { FileReader, ReadPlace } from '../fold-file.ts';
import { foldFile } from '../fold-file.ts';
import type { Reads, SettledFlag } from '../language.ts';
import type { PlannedRead } from '../planned-read.ts';
import type { Session } from '../typescript/session.ts';
import type { CompiledShape } from './compiled-shape.ts';
import { compile, spellingsOf } from './compiled-shape.ts';
import { componentsIn, componentsOf } from './components.ts';
import type { FoundRead } from './find-reads.ts';
import { findReads } from './find-reads.ts';
import { isAngularTemplate } from './is-angular-template.ts';
import { planDirective, planExpression } from './plan-expression.ts';
import { templateOf } from './template-of.ts';

/**
 * Folds every read of one flag in the templates of Angular: by directives and pipes of flags, and by methods of a service.
 *
 * @returns the paths that were looked at
 */
export function foldReads(session: Session, flag: SettledFlag, reads: Reads): readonly string[] {
  const all = shapesFor(reads).map(compile);
  const paths = templatesWith(session, spellingsOf(flag.key, all));
  for (const path of paths) foldFile(session, readerOf(session, flag, all), path, flag);
  return paths;
}

export function shapesFor({ shapes, presets }: Reads): readonly ReadShape[] {
  const named = presets.length > 0 ? presets.map(vocabularyNamed) : vocabularies;
  return [...shapes, ...named.flatMap((vocabulary) => readsFor(vocabulary, 'angular', () => false))];
}

/** The files with a template that has one of the words. */
export function templatesWith(session: Session, words: readonly string[]): readonly string[] {
  return session.search(words).filter((path) => {
    if (isAngularTemplate(path, session.base)) return true;
    return isCode(path) && inlineTemplates(session, path).length > 0;
  });
}

/** The templates that stand in the code of their components. */
export function inlineTemplates(session: Workspace, path: string): readonly AngularFile[] {
  if (!/@angular\/core/.test(session.read(path) ?? '')) return [];
  const file = parsedFile(session, path);
  return (file ? componentsIn(file) : [])
    .filter(({ template }) => template.kind === 'inline')
    .map((component) => templateOf(session, component))
    .filter((template) => typeof template !== 'string');
}

/** The present templates that a file holds; one that does not parse is reported. */
export function templatesIn(session: Session, path: string): readonly AngularFile[] {
  if (isCode(path)) return inlineTemplates(session, path);
  const template = templateOf(session, { template: { kind: 'file', path } });
  if (typeof template !== 'string') return [template];
  session.keep({ place: { path, line: 1 }, code: 'unparsable', because: template });
  return [];
}

function readerOf(session: Session, { key }: SettledFlag, shapes: readonly CompiledShape[]): FileReader {
  return {
    placesIn: (path) =>
      templatesIn(session, path).flatMap((file) =>
        findReads(session, file, shapes, key).map((read) => placeOf(session, file, read)),
      ),
    foldBinding: () => nothingFolded,
  };
}

function placeOf(session: Session, file: AngularFile, read: FoundRead): ReadPlace {
  const { start, end, shape, facts } = read;
  return {
    offset: start,
    code: file.text.slice(start, end),
    shape,
    facts,
    assumptions: [],
    plan: (value) => planRead(session, file, read, value),
    noteKey() {},
  };
}

function planRead(session: Session, file: AngularFile, { use, shape }: FoundRead, given: Constant): PlannedRead {
  const value = shape.negate ? foldUnary('!', given) : given;
  const code = isCode(file.path)
    ? file.text
    : componentsOf(session, file.path)
        .map((component) => component.file.text)
        .join('\n');
  switch (use.kind) {
    case 'expression':
      return planExpression(file, code, { node: use.node, place: use.place, value });
    case 'directive':
      return planDirective(file, code, use.element, use.directive, isTruthy(value));
    default:
      return use satisfies never;
  }
}
