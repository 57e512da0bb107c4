import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One removal of a flag that a person made: a line of cases.jsonl. */
export interface FlagCase {
  readonly id: string;
  /** `owner/name`. */
  readonly repo: string;
  readonly commit: string;
  readonly parent: string;
  readonly language: string;
  readonly flag: string;
  /** The constant or the member that holds the key where it is read. */
  readonly symbol?: string | null;
  readonly value: boolean | string;
  /** How the flag was read, as it stood in the code. */
  readonly callShapes: readonly string[];
  /** From 1, folding alone, to 4. */
  readonly difficulty: number;
  readonly left_by_human?: string;
}

/** All cases, or those of some languages: `ts` stands for all of JavaScript, `py` has the mixed ones with it. */
export function readCases(folder: string, language?: string): readonly FlagCase[] {
  return readFileSync(join(folder, 'cases.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as FlagCase)
    .filter((flagCase) => language === undefined || language === (isPython(flagCase) ? 'py' : 'ts'));
}

function isPython({ language }: FlagCase): boolean {
  return language === 'py' || language === 'mixed';
}
