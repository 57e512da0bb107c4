import { lineTable } from '@ffsd/edits';
import type { ReadShape } from '@ffsd/flags';
import type { Constant } from '@ffsd/fold';
import { keyNamed } from './any-key.ts';
import type { ReadFacts } from './decide.ts';
import type { DynamicRead, FlagRead } from './found-flags.ts';

/** How the reads of all flags are found in the files of one language. */
export interface FlagReader {
  /** Names of which every file with a read has one; undefined when a read may stand in any file. */
  readonly words: readonly string[] | undefined;
  owns(path: string): boolean;
  /** Undefined when the file is missing or minified. */
  readsIn(path: string): FileReads | NotParsed | undefined;
}

export interface FileReads {
  readonly reads: readonly KeyedRead[];
  readonly dynamic: readonly DynamicRead[];
}

/** A read with the key as it is spelled there. */
export interface KeyedRead extends FlagRead {
  readonly key: string;
  readonly spelling: NonNullable<ReadShape['key']>;
}

export interface NotParsed {
  readonly line: number;
  readonly message: string;
}

/** A read as the search of a language found it. */
export interface RawRead {
  readonly shape: ReadShape;
  readonly facts: ReadFacts;
  /** Where the match begins and ends. */
  readonly start: number;
  readonly end: number;
  /** Where the key begins. */
  readonly keyStart: number;
  /** The key as it is written, or as the constant has it; undefined when it is not known before the program runs. */
  readonly keyText: unknown;
  readonly compared: readonly Constant[];
}

/**
 * The places that read a flag. Several reads with one key are one place: of `const d = user.decide('x')` every use of `d.enabled` is
 * found, and the flag is asked for once.
 */
export function flagReads(path: string, text: string, found: readonly RawRead[]): FileReads {
  const lines = lineTable(text);
  const reads = new Map<number, KeyedRead>();
  const dynamic = new Map<number, DynamicRead>();
  for (const { shape, facts, start, end, keyStart, keyText, compared } of found) {
    // By the name of a method alone nothing is known, and what sets a flag does not read it.
    if (facts.receiver === 'unknown' || facts.written) continue;
    const line = lines.lineOf(keyStart);
    const key = keyNamed(shape, keyText);
    if (facts.key === 'dynamic') {
      dynamic.set(keyStart, { path, line, code: text.slice(start, end).replace(/\s+/g, ' ').slice(0, 100) });
    } else if (key !== undefined) {
      const before = reads.get(keyStart);
      reads.set(keyStart, {
        path,
        line,
        key,
        spelling: shape.key ?? 'as-is',
        vocabulary: shape.source ?? 'user',
        compared: distinct([...(before?.compared ?? []), ...compared]),
      });
    }
  }
  return { reads: [...reads.values()], dynamic: [...dynamic.values()] };
}

/** The values, each once, in their order. */
function distinct(values: readonly Constant[]): readonly Constant[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}

/** A pattern without `$FLAG` reads a flag whose key it does not tell, and so does a constant. */
export function namesItsFlag({ match, binding }: ReadShape): boolean {
  return match.includes('$FLAG') && binding === undefined;
}
