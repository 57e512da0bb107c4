import { afterAll, describe, expect, it } from 'vitest';
import { ParserSyntaxError } from '../errors/parser-syntax-error.ts';
import { parseModule } from '../parse-module.ts';
import { openPool } from './open-pool.ts';
import { parseModules } from './parse-modules.ts';

const pool = openPool({ workers: 2 });
afterAll(() => pool.close());

const texts = [
  'x = 1\n',
  '',
  '# é\ndef f(a, *, b=2):\n    return f"{a!r:>{b}}" + \'ü😀\'\n',
  'class C:\r\n\tdef f(self): pass\r\n',
];

describe('a pool', () => {
  it.each(texts)('parses %j as this thread does', async (text) => {
    const [there, here] = [await pool.parseModule(text), parseModule(text)];
    expect(there.code).toBe(text);
    expect(there.tree?.words).toEqual(here.tree?.words);
    expect(there.defaultNewline).toBe(here.defaultNewline);
  });

  it('reads bytes in their own encoding, and leaves them to the caller', async () => {
    const bytes = new Uint8Array([...new TextEncoder().encode('# coding: latin-1\nx = "'), 0xe9, 0x22, 0x0a]);
    const copy = bytes.slice();
    const module = await pool.parseModule(bytes);
    expect(module.code).toBe('# coding: latin-1\nx = "é"\n');
    expect(bytes).toEqual(copy);
  });

  it('gives the errors that parseModule gives', async () => {
    const text = 'x = (\ny z\n';
    const there = await pool.parseModule(text).catch((error: unknown) => error);
    expect(there).toBeInstanceOf(ParserSyntaxError);
    let here: unknown;
    try {
      parseModule(text);
    } catch (error) {
      here = error;
    }
    expect(there).toEqual(here);
  });

  it('parses the next file after one that failed', async () => {
    await expect(pool.parseModule('(')).rejects.toThrow(ParserSyntaxError);
    expect((await pool.parseModule('x\n')).code).toBe('x\n');
  });
});

describe('parseModules', () => {
  it('keeps the order, and gives errors as values', async () => {
    const many = Array.from({ length: 40 }, (_, index) => (index === 7 ? 'x = = 1\n' : `x = ${index}\n`));
    const found = await parseModules(many, { workers: 2 });
    expect(found[7]).toBeInstanceOf(ParserSyntaxError);
    expect(found.map((one) => ('code' in one && !(one instanceof Error) ? one.code : null))).toEqual(
      many.map((text, index) => (index === 7 ? null : text)),
    );
  });

  it('gives an empty list for no files', async () => {
    expect(await parseModules([], { workers: 1 })).toEqual([]);
  });
});
