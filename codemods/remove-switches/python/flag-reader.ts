import { readsFor, vocabularies, vocabulariesFor, vocabularyNamed } from '@ffsd/flags';
import { type AnyNode, isCode, isParsed, parseFile, type SourceFile } from '@ffsd/python';
import type { Workspace } from '@ffsd/workspace';
import { anyKey } from '../any-key.ts';
import { type FlagReader, flagReads, namesItsFlag, type RawRead } from '../flag-reads.ts';
import type { Reads } from '../language.ts';
import { isMinified } from '../minified.ts';
import { comparedWith } from './compared-with.ts';
import type { CompiledShape } from './compiled-shape.ts';
import { compile, wordsOf } from './compiled-shape.ts';
import { constantOf } from './constant-of.ts';
import type { FoundRead } from './find-reads.ts';
import { findReads, isAttributeName } from './find-reads.ts';

/** Finds the reads of all flags in Python. */
export function flagReader(workspace: Workspace, { shapes, presets }: Reads): FlagReader {
  const named = presets.length > 0 ? presets.map(vocabularyNamed) : vocabulariesFor(modulesIn(workspace), 'python');
  const mentions = (words: readonly string[]) => workspace.search(words).length > 0;
  const all = [...shapes, ...named.flatMap((vocabulary) => readsFor(vocabulary, 'python', mentions))]
    .filter(namesItsFlag)
    .map(compile);
  const known = all.map((shape) => ({ shape, words: wordsOf(shape) }));
  const words = known.map((one) => one.words.at(-1));
  return {
    words: words.includes(undefined) ? undefined : [...new Set(words as string[])],
    owns: isCode,
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

/** The modules of flag services that some file of Python names. */
function modulesIn(workspace: Workspace): readonly string[] {
  const modules = vocabularies.flatMap(({ languages, packages, modules: own = [] }) =>
    languages.includes('python') ? (own.length > 0 ? own : packages) : [],
  );
  const texts = workspace
    .search([...new Set(modules)])
    .filter(isCode)
    .map((path) => workspace.read(path) ?? '');
  return modules.filter((name) => texts.some((text) => text.includes(name)));
}

function rawReads(workspace: Workspace, file: SourceFile, shapes: readonly CompiledShape[]): readonly RawRead[] {
  const found = findReads(workspace, file, shapes, anyKey);
  return found.flatMap((read) => (read.keyNode ? [rawRead(workspace, file, read, read.keyNode)] : []));
}

function rawRead(
  workspace: Workspace,
  file: SourceFile,
  { node, shape, facts, use }: FoundRead,
  key: AnyNode,
): RawRead {
  const isName = key.type === 'Name' && isAttributeName(key);
  return {
    shape,
    facts,
    start: node.start,
    end: node.end,
    keyStart: key.start,
    keyText: isName ? key.value : constantOf(workspace, file, key, 'key')?.value,
    compared: comparedWith(workspace, file, use),
  };
}
