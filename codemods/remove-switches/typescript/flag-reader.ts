import type { Node } from '@babel/types';
import { readsFor, vocabularies, vocabulariesFor, vocabularyNamed } from '@ffsd/flags';
import { isParsed, isPure, parentsOf, parseFile, type SourceFile } from '@ffsd/typescript';
import type { Workspace } from '@ffsd/workspace';
import { anyKey } from '../any-key.ts';
import { type FlagReader, flagReads, namesItsFlag, type RawRead } from '../flag-reads.ts';
import type { Reads } from '../language.ts';
import { isMinified } from '../minified.ts';
import { comesFrom, importedName } from './comes-from.ts';
import { comparedWith } from './compared-with.ts';
import { constantOf } from './constant-of.ts';
import { isScript } from './files-of-key.ts';
import type { CompiledShape, FoundRead } from './find-reads.ts';
import { findReads, isPropertyName } from './find-reads.ts';
import { compile, wordsOf } from './remove-flag.ts';

/** Finds the reads of all flags in TypeScript and JavaScript. */
export function flagReader(workspace: Workspace, { shapes, presets }: Reads): FlagReader {
  const named = presets.length > 0 ? presets.map(vocabularyNamed) : vocabulariesFor(packagesIn(workspace));
  const mentions = (words: readonly string[]) => workspace.search(words).length > 0;
  const all = [...shapes, ...named.flatMap((vocabulary) => readsFor(vocabulary, 'typescript', mentions))]
    .filter(namesItsFlag)
    .map(compile)
    // A component that no word tells is in no file for sure, and would have every file parsed.
    .filter((shape) => !/^JSX/.test(shape.pattern.expression.type) || wordsOf(shape).length > 0);
  const known = all.map((shape) => ({ shape, words: wordsOf(shape) }));
  const words = known.map((one) => one.words.at(-1));
  return {
    words: words.includes(undefined) ? undefined : [...new Set(words as string[])],
    owns: isScript,
    readsIn(path) {
      const text = workspace.read(path);
      if (text === undefined || isMinified(text)) return undefined;
      // Each node is compared with each shape, so it pays to ask first which of them can be in the file at all.
      const possible = known.flatMap((one) => (one.words.every((word) => text.includes(word)) ? [one.shape] : []));
      if (possible.length === 0) return { reads: [], dynamic: [] };
      const file = parseFile(workspace, path);
      if (!file || !isParsed(file)) return file;
      return flagReads(path, text, rawReads(workspace, file, possible));
    },
  };
}

/** The packages of flag services that a manifest or a file of code names. One search, however many there are. */
function packagesIn(workspace: Workspace): readonly string[] {
  const packages = vocabularies.flatMap((one) => (one.languages.includes('typescript') ? one.packages : []));
  const quoted = (name: string) => [`'${name}`, `"${name}`];
  const texts = workspace
    .search([...new Set(packages)].flatMap(quoted))
    .filter((path) => isScript(path) || /(?:^|\/)package\.json$/.test(path))
    .map((path) => workspace.read(path) ?? '');
  return packages.filter((name) => texts.some((text) => quoted(name).some((one) => text.includes(one))));
}

function rawReads(workspace: Workspace, file: SourceFile, shapes: readonly CompiledShape[]): readonly RawRead[] {
  const found = findReads(file, shapes, {
    key: anyKey,
    constantOf: (node) => constantOf(workspace, file, node),
    isPure: (node) => isPure(node as never, file),
    comesFrom: (head, modules) => comesFrom(workspace, file, head, modules),
    importedName: (identifier, modules) => importedName(file, identifier, modules),
  });
  return found.flatMap((read) => (read.keyNode ? [rawRead(workspace, file, read, read.keyNode)] : []));
}

function rawRead(workspace: Workspace, file: SourceFile, { node, shape, facts, use }: FoundRead, key: Node): RawRead {
  const isName = key.type === 'Identifier' && isPropertyName(parentsOf(file), key);
  return {
    shape,
    facts,
    start: node.start!,
    end: node.end!,
    keyStart: key.start!,
    keyText: isName ? key.name : constantOf(workspace, file, key)?.value,
    compared: comparedWith(workspace, file, use),
  };
}
