import { parseModule, scopesOf } from 'libcst-wasm';
import { expect, it } from 'vitest';
import { python, runPython } from './python.ts';
import { linesOfTable, type SymbolTable, tableOf } from './scope-table.ts';
import { isWhole, libraryFiles } from './standard-library.ts';

it.skipIf(python === null)(
  'finds the names of the standard library where CPython finds them',
  () => {
    const files = new Map([...libraryFiles(12)].map(({ path, source }) => [path, source]));
    const differences: string[] = [];
    let compared = 0;
    for (const line of runPython(new URL('scopes-symtable.py', import.meta.url), ...files.keys()).split('\n')) {
      if (line === '') continue;
      const [path, table] = JSON.parse(line) as [string, SymbolTable | string];
      const ours = typeof table === 'string' ? null : tablesOf(files.get(path)!);
      if (ours === null) continue;
      const theirs = linesOfTable(table as SymbolTable);
      compared += theirs.length;
      if (ours.join('\n') === theirs.join('\n')) continue;
      differences.push(`${path}\n  ours   ${minus(ours, theirs)}\n  CPython ${minus(theirs, ours)}`);
    }
    expect(differences.slice(0, 20)).toEqual([]);
    expect(compared).toBeGreaterThan(1_000);
  },
  isWhole ? 1_200_000 : 120_000,
);

/** Python 3.9 has what it does not evaluate in the table of the function all the same. */
const minor = Number(python?.split('.')[1]);

function tablesOf(source: string): string[] | null {
  try {
    const lazyAnnotations = minor >= 14 || (minor >= 10 && /^from __future__ import .*\bannotations\b/m.test(source));
    return linesOfTable(tableOf(scopesOf(parseModule(source)), { lazyAnnotations }));
  } catch (error) {
    // The round trip has the list of the files that the parser refuses.
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}

const minus = (one: readonly string[], other: readonly string[]): string =>
  one.filter((line) => !other.includes(line)).join('\n         ');
