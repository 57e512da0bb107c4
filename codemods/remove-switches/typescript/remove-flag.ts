import type { Node } from '@babel/types';
import type { ReadShape, Vocabulary } from '@ffsd/flags';
import { keyAtRead, readsFor, returnedValue, vocabularies, vocabulariesFor, vocabularyNamed } from '@ffsd/flags';
import type { SourceFile } from '@ffsd/typescript';
import { compilePattern, isCode, isPure, metavariableOf, walk } from '@ffsd/typescript';
import type { FileReader, ReadPlace } from '../fold-file.ts';
import { foldFile } from '../fold-file.ts';
import type { Reads, SettledFlag } from '../language.ts';
import { isMinified } from '../minified.ts';
import { comesFrom, importedName } from './comes-from.ts';
import { constantOf } from './constant-of.ts';
import { filesOfKey } from './files-of-key.ts';
import type { CompiledShape, FoundRead } from './find-reads.ts';
import { findReads } from './find-reads.ts';
import { foldBinding } from './fold-binding.ts';
import { planRead } from './plan-read.ts';
import type { Session } from './session.ts';
import type { WrapperRead } from './wrapper-reads.ts';
import { wrapperReads } from './wrapper-reads.ts';

/**
 * Folds every read of one flag in the TypeScript and JavaScript files of the workspace.
 *
 * @returns the paths that were looked at
 */
export function foldReads(session: Session, flag: SettledFlag, reads: Reads): readonly string[] {
  const shapes = shapesFor(session, flag, reads);
  const paths = filesOfKey(session, flag.key, shapes);
  const reader = readerOf(session, flag, shapes);
  for (const path of paths) {
    if (isMinified(session.read(path) ?? '')) {
      session.keep({
        place: { path, line: 1 },
        code: 'minified',
        because: 'the file is minified, so it is built from other sources',
      });
      continue;
    }
    foldFile(session, reader, path, flag);
  }
  return paths;
}

/** The shapes of the user and those of the vocabularies that the workspace calls for. */
export function shapesFor(session: Session, { key }: SettledFlag, reads: Reads): readonly CompiledShape[] {
  const user = reads.shapes.map(compile);
  const named = reads.presets.flatMap((name) => readsOf(session, vocabularyNamed(name)));
  const found = reads.presets.length > 0 ? [] : vocabularyShapes(session, session.search([key]).filter(isCode));
  return [...user, ...named, ...found];
}

export function compile(shape: ReadShape): CompiledShape {
  return { shape, pattern: compilePattern(shape.match.replace(/^@/, '')), returned: returnedValue(shape.returns) };
}

const compiled = new WeakMap<ReadShape, CompiledShape>();

/**
 * The vocabularies of the packages that the workspace depends on, or that a file in question imports.
 *
 * A client made in one file is asked in another, which imports no package. What is asked must still be shown to come from the
 * package, file by file.
 */
function vocabularyShapes(session: Session, paths: readonly string[]): readonly CompiledShape[] {
  const packages = vocabularies
    .filter(({ languages }) => languages.includes('typescript'))
    .flatMap((vocabulary) => vocabulary.packages);
  const manifests = session.files().filter((path) => /(?:^|\/)package\.json$/.test(path));
  const texts = [...manifests, ...paths].map((path) => session.read(path) ?? '');
  const named = packages.filter((name) => texts.some((text) => text.includes(`'${name}`) || text.includes(`"${name}`)));
  return vocabulariesFor(named).flatMap((vocabulary) => readsOf(session, vocabulary));
}

function readsOf(session: Session, vocabulary: Vocabulary): readonly CompiledShape[] {
  return readsFor(vocabulary, 'typescript', (words) => session.search(words).length > 0).map(
    (shape) => compiled.get(shape) ?? remember(shape),
  );
}

function remember(shape: ReadShape): CompiledShape {
  const fresh = compile(shape);
  compiled.set(shape, fresh);
  return fresh;
}

/** What the fold of a file asks of TypeScript. */
function readerOf(session: Session, flag: SettledFlag, shapes: readonly CompiledShape[]): FileReader {
  return {
    placesIn(path) {
      const file = session.parse(path);
      if (!file) return undefined;
      const reads = readsIn(session, file, flag, shapes);
      return [
        ...reads.map((read) => placeOf(session, file, flag, read)),
        ...wrapperReads(session, file, flag, shapes, reads).map((read) => placeOfWrapper(session, file, read)),
      ];
    },
    foldBinding: (path, text, local) => foldBinding(session, path, text, local),
  };
}

function placeOf(session: Session, file: SourceFile, flag: SettledFlag, read: FoundRead): ReadPlace {
  const { node, shape, facts } = read;
  return {
    offset: node.start!,
    code: file.text.slice(node.start!, node.type === 'JSXElement' ? node.openingElement.end! : node.end!),
    shape,
    facts,
    assumptions: missingObject(read, flag),
    plan: (value) => planRead(session, file, read, value),
    noteKey: () => noteKeyName(session, read.keyNode),
  };
}

/** The wrapper itself stays where it is, and asks for other flags. */
function placeOfWrapper(session: Session, file: SourceFile, { call, keyNode, plan }: WrapperRead): ReadPlace {
  const source = (node: Node) => file.text.slice(node.start!, node.end!);
  return {
    offset: call.start!,
    code: source(call),
    shape: { match: `${source(call.callee)}($FLAG)`, source: 'user' },
    facts: {
      key: 'this',
      receiver: 'proved',
      promise: 'none',
      detail: 'none',
      rest: false,
      written: false,
      nestedPattern: false,
    },
    assumptions: [],
    plan,
    noteKey: () => noteKeyName(session, keyNode),
  };
}

export function readsIn(
  session: Session,
  file: SourceFile,
  flag: SettledFlag,
  shapes: readonly CompiledShape[],
): readonly FoundRead[] {
  return findReads(file, shapes, {
    key: flag.key,
    constantOf: (node) => constantOf(session, file, node),
    isPure: (node) => isPure(node as never, file),
    comesFrom: (head, modules) => comesFrom(session, file, head, modules),
    importedName: (identifier, modules) => importedName(file, identifier, modules),
  });
}

/** `client?.isEnabled('x')` gave undefined while there was no client. */
function missingObject({ node }: FoundRead, { value }: SettledFlag): readonly string[] {
  if (node.type !== 'OptionalCallExpression' && node.type !== 'OptionalMemberExpression') return [];
  const then = JSON.stringify(value);
  return [`the read gave undefined while its object was missing, and is ${then} then, too, from now on`];
}

/** `isEnabled(NEW)` and `isEnabled(Flag.New)` show that NEW and New stand for the key, and not for a word that looks like it. */
function noteKeyName(session: Session, keyNode: Node | undefined): void {
  if (keyNode?.type === 'Identifier') session.keyNames.add(keyNode.name);
  if (keyNode?.type !== 'MemberExpression') return;
  const { property } = keyNode;
  if (property.type === 'Identifier') session.keyNames.add(property.name);
  if (property.type === 'StringLiteral') session.keyNames.add(property.value);
}

/** Spellings of the key that a file may contain. */
export function spellingsOf(key: string, shapes: readonly CompiledShape[]): readonly string[] {
  const spellings = new Set([key]);
  for (const { shape } of shapes) spellings.add(keyAtRead(shape, key));
  return [...spellings];
}

/** The names by which a pattern without `$FLAG` is found in a text. */
export function wordsOf({ pattern }: CompiledShape): readonly string[] {
  const words: string[] = [];
  walk(pattern.expression, (node) => {
    if (node.type === 'Identifier' && !metavariableOf(node) && !node.name.startsWith('$$$')) words.push(node.name);
    if (node.type === 'StringLiteral') words.push(node.value);
    if (node.type === 'JSXOpeningElement' && node.name.type === 'JSXIdentifier') words.push(node.name.name);
  });
  return words;
}
