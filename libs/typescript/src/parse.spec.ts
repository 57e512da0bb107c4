import { describe, expect, it } from 'vitest';
import { isParsed, parse } from './parse.ts';

describe('parse', () => {
  it.each([
    ['a.ts', 'const a = <T>b;'],
    ['a.mts', 'const a = <T>b;'],
    ['a.cts', 'const f = <T>(a: T) => a;'],
    ['a.d.ts', 'declare const a: number;'],
    ['a.tsx', 'const a = <p>text</p>;'],
    ['a.js', 'const a = <p>text</p>;'],
    ['a.jsx', 'const a = <p>text</p>;'],
    ['a.mjs', 'export const a = await b;'],
    ['a.cjs', 'module.exports = 1;'],
    ['a.js', '// @flow\nimport typeof A from "a";\nconst a = (b: ?string);'],
    ['a.ts', '@dec() class A { @dec() b = 1; constructor(@dec() private c: number) {} }'],
    ['a.ts', '#!/usr/bin/env node\nconst a = 1;'],
    ['a.ts', 'enum A { B }\nnamespace C {}\nimport d = require("d");\nlet e = f satisfies G;'],
  ])('%s: %s', (path, text) => expect(isParsed(parse(path, text))).toBe(true));

  it.each([
    ['a.ts', 'const a = 1;\nconst b = <p>text</p>;', 2],
    ['a.ts', '\n\nif (;', 3],
    ['a.js', 'a b', 1],
  ])('%s: says in which line %j fails', (path, text, line) => {
    const result = parse(path, text);
    expect(isParsed(result)).toBe(false);
    expect(result).toMatchObject({ path, line });
    expect((result as { message: string }).message).not.toMatch(/\(\d+:\d+\)/);
  });

  it('counts a byte order mark in its offsets', () => {
    const text = '\uFEFFconst a = 1;';
    const file = parse('a.ts', text);
    expect(isParsed(file) && file.tree.program.body[0]!.start).toBe(1);
    expect(isParsed(file) && file.text).toBe(text);
  });

  it('counts in UTF-16', () => {
    const text = "'😀'; a;";
    const file = parse('a.ts', text);
    expect(isParsed(file) && text.slice(file.tree.program.body.at(-1)!.start!)).toBe('a;');
  });

  it('gives a text that was just parsed the same tree, and another path its own', () => {
    const first = parse('same.ts', 'a;');
    expect(parse('same.ts', 'a;')).toBe(first);
    expect(parse('other.ts', 'a;')).not.toBe(first);
    expect(parse('same.ts', 'a ;')).not.toBe(first);
  });
});
