import type { ReadShape } from '@ffsd/flags';
import { readsFor, vocabularies, vocabulariesFor, vocabularyNamed } from '@ffsd/flags';
import type { AnyNode, SourceFile } from '@ffsd/python';
import { isCode, parsedFile, stringValue } from '@ffsd/python';
import type { FileReader, ReadPlace } from '../fold-file.ts';
import { foldFile } from '../fold-file.ts';
import type { Reads, SettledFlag } from '../language.ts';
import { isMinified } from '../minified.ts';
import type { CompiledShape } from './compiled-shape.ts';
import { compile } from './compiled-shape.ts';
import { onlyIndex } from './constant-of.ts';
import { filesOfKey } from './files-of-key.ts';
import type { FoundRead } from './find-reads.ts';
import { findReads } from './find-reads.ts';
import { foldBinding } from './fold-binding.ts';
import { planRead } from './plan-read.ts';
import type { Session } from './session.ts';
import { wrapperReads } from './wrapper-reads.ts';

/**
 * Folds every read of one flag in the Python files of the workspace.
 *
 * @returns the paths that were looked at
 */
export function foldReads(session: Session, flag: SettledFlag, reads: Reads): readonly string[] {
  if (!session.files().some(isCode)) return [];
  const all = shapesFor(session, reads);
  const paths = filesOfKey(session, flag.key, all);
  const reader = readerOf(session, flag, all);
  for (const path of paths) {
    if (isMinified(session.read(path) ?? '')) continue;
    foldFile(session, reader, path, flag);
  }
  return paths;
}

/** The shapes of the user and those of the vocabularies that the workspace calls for. */
export function shapesFor(session: Session, { shapes, presets }: Reads): readonly CompiledShape[] {
  const mentions = (words: readonly string[]) => session.search(words).length > 0;
  const named = presets.length > 0 ? presets.map(vocabularyNamed) : vocabulariesFor(modulesIn(session), 'python');
  return [
    ...shapes.flatMap(withModule),
    ...named.flatMap((vocabulary) => readsFor(vocabulary, 'python', mentions)),
  ].map(compile);
}

/** `is_enabled($FLAG)` of a module is also `flags.is_enabled($FLAG)`, where the user says which module that is. */
function withModule(shape: ReadShape): readonly ReadShape[] {
  if (shape.import === undefined || !/^@?(?:await\s+)?\w+\(/.test(shape.match)) return [shape];
  return [shape, { ...shape, match: shape.match.replace(/^(@?(?:await\s+)?)(?=\w+\()/, '$1$$MODULE.') }];
}

/**
 * The modules of flag services that some file of Python imports.
 *
 * A client made in one file is asked in another, which imports no service. What is asked must still be shown to come from it, file
 * by file.
 */
function modulesIn(session: Session): readonly string[] {
  const modules = vocabularies
    .filter(({ languages }) => languages.includes('python'))
    .flatMap(({ packages, modules: own = [] }) => (own.length > 0 ? own : packages));
  // One search for all: each may start a process.
  const wanted = new Set(modules);
  const found: string[] = [];
  for (const path of session.search([...wanted].sort()).filter(isCode)) {
    if (wanted.size === 0) break;
    const text = session.read(path) ?? '';
    for (const name of wanted) {
      if (!text.includes(name)) continue;
      wanted.delete(name);
      found.push(name);
    }
  }
  return found;
}

function readerOf(session: Session, flag: SettledFlag, shapes: readonly CompiledShape[]): FileReader {
  return {
    placesIn(path) {
      const file = session.parse(path);
      if (!file) return undefined;
      const reads = findReads(session, file, shapes, flag.key);
      // These compare what they find with the trees of other files, so they need the tree that all questions of references get.
      const tree = parsedFile(session, path);
      const wrapped = (tree ? wrapperReads(session, tree, shapes, flag.key) : []).filter(({ node }) =>
        reads.every((read) => read.node.start !== node.start),
      );
      return [
        ...reads.map((read) => placeOf(session, file, read)),
        ...wrapped.map((read) => placeOf(session, tree!, read)),
      ];
    },
    foldBinding: (path, text, local) => foldBinding(session, path, text, local),
  };
}

function placeOf(session: Session, file: SourceFile, read: FoundRead): ReadPlace {
  const { node, shape, facts } = read;
  return {
    offset: node.start,
    code: file.text.slice(node.start, node.end),
    shape,
    facts,
    assumptions: [],
    plan: (value) => planRead(session, file, read, value),
    noteKey: () => noteKeyName(session, read.keyNode),
  };
}

/** `is_enabled(NEW)` and `is_enabled(Flag.NEW.value)` show that NEW stands for the key, and not for a word that looks like it. */
function noteKeyName(session: Session, keyNode: AnyNode | undefined): void {
  if (keyNode?.type === 'Name') session.keyNames.add(keyNode.value);
  if (keyNode?.type === 'Subscript') {
    const index = onlyIndex(keyNode);
    const name = index && stringValue(index);
    if (name !== undefined) session.keyNames.add(name);
  }
  if (keyNode?.type !== 'Attribute') return;
  session.keyNames.add(keyNode.attr.value);
  if (keyNode.attr.value === 'value') noteKeyName(session, keyNode.value);
}
