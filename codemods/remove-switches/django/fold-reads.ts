import type { ReadShape } from '@ffsd/flags';
import { readsFor, vocabularies, vocabularyNamed } from '@ffsd/flags';
import type { DjangoFile } from '@ffsd/templates';
import { isAngularTemplate } from '../angular/is-angular-template.ts';
import type { FileReader, ReadPlace } from '../fold-file.ts';
import { foldFile } from '../fold-file.ts';
import type { Reads, SettledFlag } from '../language.ts';
import { isMinified } from '../minified.ts';
import type { CompiledShape } from './compiled-shape.ts';
import { compile, spellingsOf, wordOf } from './compiled-shape.ts';
import type { FoundRead } from './find-reads.ts';
import { findReads } from './find-reads.ts';
import { foldBinding } from './fold-binding.ts';
import { isTemplate } from './is-template.ts';
import { planRead } from './plan-read.ts';
import type { Session } from './session.ts';

/**
 * Folds every read of one flag in the templates of the workspace.
 *
 * @returns the paths that were looked at
 */
export function foldReads(session: Session, flag: SettledFlag, reads: Reads): readonly string[] {
  const all = shapesFor(reads).map(compile);
  const paths = session
    .search(searched(flag.key, all))
    .filter((path) => isTemplate(path) && hasTags(session, path) && !isAngularTemplate(path, session.base));
  const reader = readerOf(session, flag, all);
  for (const path of paths) foldFile(session, reader, path, flag);
  return paths;
}

/** A tag says by its library where it comes from, so all vocabularies may be asked. */
export function shapesFor({ shapes, presets }: Reads): readonly ReadShape[] {
  const named = presets.length > 0 ? presets.map(vocabularyNamed) : vocabularies;
  return [...shapes, ...named.flatMap((vocabulary) => readsFor(vocabulary, 'template', () => false))];
}

function searched(key: string, shapes: readonly CompiledShape[]): readonly string[] {
  const wordless = shapes.filter(({ pattern }) => !pattern.text.includes('$FLAG')).flatMap((one) => wordOf(one) ?? []);
  return [...spellingsOf(key, shapes), ...wordless];
}

function hasTags(session: Session, path: string): boolean {
  const text = session.read(path) ?? '';
  return /\{[{%]/.test(text) && !isMinified(text);
}

function readerOf(session: Session, { key }: SettledFlag, shapes: readonly CompiledShape[]): FileReader {
  return {
    placesIn(path) {
      const file = session.parse(path);
      return file && findReads(session, file, shapes, key).map((read) => placeOf(session, file, read));
    },
    foldBinding: (path, text, local) => foldBinding(session, path, text, local),
  };
}

function placeOf(session: Session, file: DjangoFile, read: FoundRead): ReadPlace {
  const { start, end, shape, facts, assumptions } = read;
  return {
    offset: start,
    code: file.text.slice(start, end),
    shape,
    facts,
    assumptions,
    plan: (value) => planRead(session, file, read, value),
    // The key stands at the read itself: a template has no names for it.
    noteKey() {},
  };
}
