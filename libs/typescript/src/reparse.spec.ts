import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isParsed, parse, type SourceFile } from './parse.ts';

const folder = new URL('.', import.meta.url);
const sources = readdirSync(folder)
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(new URL(name, folder), 'utf8'))
  .filter((text) => text.length < 8000);

describe('a text that differs little from one whose tree is known', () => {
  it('gets the tree that a parse of the whole gives, or is refused as that is', () => {
    let reused = 0;
    const edit = fc.tuple(fc.nat(), fc.nat(60), fc.constantFrom(...inserts));
    const check = ([source, edits]: readonly [string, readonly (readonly [number, number, string])[]]) => {
      let known = fresh(source)!;
      for (const [at, length, insert] of edits) {
        const start = at % known.text.length;
        const text = known.text.slice(0, start) + insert + known.text.slice(start + length);
        const file = after(known, text);
        const whole = fresh(text);
        if (!whole !== !file) throw new Error(`only ${whole ? 'the whole' : 'the parts'} can be parsed`);
        if (!file || !whole) continue;
        if (file.tree.program.body.some((one) => known.tree.program.body.includes(one))) reused++;
        expect(plain(file)).toEqual(plain(whole));
        known = file;
      }
    };
    const runs = Number(process.env.FFSD_PROGRAMS ?? 150);
    fc.assert(fc.property(fc.tuple(fc.constantFrom(...sources), fc.array(edit, { maxLength: 6 })), check), {
      numRuns: runs,
      seed: Number(process.env.FFSD_SEED ?? 20_260_000),
    });
    expect(reused).toBeGreaterThan(runs / 10);
  });

  it.each([
    ['a statement that loses its end runs into the next one', 'b;', 'b'],
    ['a name declared twice is refused', 'b;', 'let x;'],
    ['a name exported twice is refused', 'b;', 'export let x;'],
    ['an export of what is gone is refused', 'let z = 1;', ''],
  ])('%s', (_, old, text) => {
    const source = `${filler}b;\n(c);\nlet x = 1;\nlet z = 1;\n${filler}export { x, z };\n`;
    const known = fresh(source)!;
    const changed = source.replace(old, text);
    const file = after(known, changed);
    const whole = fresh(changed);
    expect(file && plain(file)).toEqual(whole && plain(whole));
  });
});

const filler = 'f();\n'.repeat(30);
const inserts = [
  '',
  '',
  '',
  '',
  'x',
  ';',
  '\n',
  '(',
  ')',
  '{',
  '}',
  '/*',
  '*/',
  '//',
  '`',
  "'",
  'var text;',
  'let text;',
  'export ',
  '\uFEFF',
];
let count = 0;

/** A path that was never parsed has nothing to begin from. */
function fresh(text: string): SourceFile | undefined {
  const file = parse(`fresh-${count++}.ts`, text);
  return isParsed(file) ? file : undefined;
}

function after(known: SourceFile, text: string): SourceFile | undefined {
  // The known tree is the last one of its path.
  expect(parse(known.path, known.text)).toBe(known);
  const file = parse(known.path, text);
  return isParsed(file) ? file : undefined;
}

function plain({ tree }: SourceFile): unknown {
  return JSON.parse(JSON.stringify(tree, (key, value) => (/loc$/i.test(key) ? undefined : value)));
}
