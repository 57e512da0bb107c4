import { readFileSync } from 'node:fs';
import { linesOf, parseModule } from 'libcst-wasm';
import { expect, it } from 'vitest';
import { astSpansOf } from './ast-spans.ts';
import { python, runPython } from './python.ts';

/** FFSD_CORPUS=whole compares every file of the library, which takes minutes. */
const count = process.env.FFSD_CORPUS === 'whole' ? 0 : 60;

type Row = readonly [type: string, line: number, column: number, endLine: number, endColumn: number];

it.skipIf(python === null)(
  'gives the nodes of real files the positions that CPython gives them',
  () => {
    const [, ...files] = runPython(new URL('ast-positions.py', import.meta.url), String(count))
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as [path: string, rows: readonly Row[]]);
    const missing: string[] = [];
    let compared = 0;
    for (const [path, rows] of files) {
      const source = readFileSync(path, 'utf8');
      const module = parsed(source);
      if (module === null) continue;
      const lines = linesOf(module);
      const ours = astSpansOf(module);
      for (const [type, line, column, endLine, endColumn] of rows) {
        const start = lines.offsetAt({ line, column }, 'utf-8');
        const end = lines.offsetAt({ line: endLine, column: endColumn }, 'utf-8');
        compared++;
        if (!ours.has(`${type} ${start} ${end}`)) {
          missing.push(`${path}:${line}:${column} ${type} ${JSON.stringify(source.slice(start, end).slice(0, 80))}`);
        }
      }
    }
    expect(missing.slice(0, 40)).toEqual([]);
    expect(files.length).toBeGreaterThan(20);
    expect(compared).toBeGreaterThan(10_000);
  },
  count === 0 ? 1_200_000 : 120_000,
);

/** Null for a file that the parser refuses; the round trip has the list of those. */
function parsed(source: string) {
  try {
    return parseModule(source);
  } catch {
    return null;
  }
}
