import type { ReadShape } from '@ffsd/flags';
import { keyAtRead, userShape } from '@ffsd/flags';
import type { Workspace } from '@ffsd/workspace';
import { flagReader as angularReader } from './angular/flag-reader.ts';
import { angular } from './angular/language.ts';
import { flagReader as templateReader } from './django/flag-reader.ts';
import { template } from './django/language.ts';
import type { FlagReader, KeyedRead } from './flag-reads.ts';
import type { DynamicRead, FoundFlag, FoundFlags } from './found-flags.ts';
import type { Reads } from './language.ts';
import { flagReader as pythonReader } from './python/flag-reader.ts';
import { python } from './python/language.ts';
import { flagReader as typescriptReader } from './typescript/flag-reader.ts';
import { typescript } from './typescript/language.ts';

export interface FindFlagsOptions {
  /** Patterns of the user, as in ffsd.json. */
  readonly reads?: readonly unknown[];
  /** Names of vocabularies; when given, no others are taken from imports. */
  readonly presets?: readonly string[];
  /** Keys that are known beside those in the code. A read that spells one as `newCheckout` is then known to mean `new-checkout`. */
  readonly knownKeys?: readonly string[];
  /** Which files are looked at; without it all of them. */
  readonly within?: (path: string) => boolean;
}

/**
 * Every flag that the code reads, in all languages. Only files that contain the name of a reader are parsed.
 *
 * What counts as a read is what a removal would fold or keep with a reason. Constants that are flags by themselves are left out: every
 * constant would be one.
 *
 * @throws InvalidReadError, InvalidPatternError or UnknownVocabularyError when a pattern or a preset is wrong
 */
export function findFlags(workspace: Workspace, options: FindFlagsOptions = {}): FoundFlags {
  const { reads = [], presets = [], knownKeys = [], within = () => true } = options;
  const shapes = reads.map(userShape);
  const found: KeyedRead[] = [];
  const dynamic: DynamicRead[] = [];
  const unparsable: FoundFlags['unparsable'][number][] = [];
  for (const reader of readersOf(workspace, { shapes, presets })) {
    for (const path of candidates(workspace, reader).filter(within)) {
      const result = reader.readsIn(path);
      if (!result) continue;
      if ('message' in result) {
        unparsable.push({ path, line: result.line, message: result.message });
        continue;
      }
      found.push(...result.reads);
      dynamic.push(...result.dynamic);
    }
  }
  return { flags: flagsOf(found, knownKeys), dynamic: dynamic.sort(byPlace), unparsable: unparsable.sort(byPlace) };
}

/** What finds the reads of all flags, one for each language of the workspace. */
export function readersOf(workspace: Workspace, { shapes, presets }: Reads): readonly FlagReader[] {
  const complaints: Error[] = [];
  const readers = (
    [
      [typescript, typescriptReader],
      [python, pythonReader],
      [angular, angularReader],
      [template, templateReader],
    ] as const
  ).flatMap(([language, open]) => {
    const isHere = workspace.files().some((path) => language.owns(path, workspace)) || language.isWithin?.(workspace);
    if (!isHere) return [];
    const own = shapes.filter((shape) => {
      const complaint = language.complaintAbout(shape);
      if (complaint) complaints.push(complaint);
      return !complaint;
    });
    return [{ own, reader: open(workspace, { shapes: own, presets }) }];
  });
  const isUsed = (shape: ReadShape) => readers.some(({ own }) => own.includes(shape));
  // A pattern that is none in any language would find nothing, and the user would not know why.
  if (readers.length > 0 && complaints.length > 0 && !shapes.every(isUsed)) throw complaints[0]!;
  return readers.map(({ reader }) => reader);
}

function candidates(workspace: Workspace, { words, owns }: FlagReader): readonly string[] {
  return (words ? workspace.search(words) : workspace.files()).filter(owns);
}

function flagsOf(found: readonly KeyedRead[], knownKeys: readonly string[]): readonly FoundFlag[] {
  const exact = [...knownKeys, ...found.filter(({ spelling }) => spelling === 'as-is').map(({ key }) => key)];
  const byKey = new Map<string, KeyedRead[]>();
  for (const read of found) {
    const key = meant(read, exact);
    const group = byKey.get(key);
    if (group) group.push(read);
    else byKey.set(key, [read]);
  }
  return [...byKey]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, reads]) => ({
      key,
      reads: reads.sort(byPlace).map(({ path, line, vocabulary, compared }) => ({ path, line, vocabulary, compared })),
    }));
}

/** `useFlags().newCheckout` reads `new-checkout` where exactly one key that is known is spelled so. */
function meant({ key, spelling }: KeyedRead, exact: readonly string[]): string {
  if (spelling === 'as-is') return key;
  const candidates = new Set(exact.filter((one) => keyAtRead({ match: '', key: spelling }, one) === key));
  const [only] = candidates;
  return only !== undefined && candidates.size === 1 ? only : key;
}

function byPlace(a: { path: string; line: number }, b: { path: string; line: number }): number {
  return a.path === b.path ? a.line - b.line : a.path < b.path ? -1 : 1;
}
