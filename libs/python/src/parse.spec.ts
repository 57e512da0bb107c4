import { describe, expect, it } from 'vitest';
import { isParsed, parse } from './parse.ts';

describe('parse', () => {
  it.each([
    '',
    'x = 1',
    'x = 1\n',
    '#!/usr/bin/env python\n# coding: utf-8\nimport a\n',
    'match x:\n  case [1, *_] if y: pass\n',
    'type X[T] = list[T]\ndef f[T](x: T) -> T: ...\n',
    "f'{x!r:>{y}}' 'b'\n",
    'async def f():\n  async with a as b: await c\n',
    'try: pass\nexcept* E: pass\n',
    'if x:\r\n\ty\r\n',
  ])('%j', (text) => {
    const file = parse('a.py', text);
    expect(isParsed(file) && file.tree.code).toBe(text);
  });

  it.each([
    ['x = 1\ny = (\n', 3],
    ['\n\nif x\n  y\n', 4],
    ['print "a"\n', 1],
  ])('says that %j does not parse', (text, last) => {
    const result = parse('a.py', text);
    if (isParsed(result)) throw new Error('parsed');
    expect(result.path).toBe('a.py');
    expect(result.line).toBeGreaterThanOrEqual(1);
    expect(result.line).toBeLessThanOrEqual(last);
    expect(result.message).not.toBe('');
    expect(result.message).not.toContain('\n');
  });

  it('counts a byte order mark in its offsets', () => {
    const text = '\uFEFFx = 1\n';
    const file = parse('a.py', text);
    expect(isParsed(file) && text.slice(file.tree.body[0]!.start)).toBe('x = 1\n');
    expect(isParsed(file) && file.text).toBe(text);
  });

  it('counts in UTF-16', () => {
    const text = "'😀'; a\n";
    const file = parse('a.py', text);
    const [line] = isParsed(file) ? file.tree.body : [];
    const last = line?.type === 'SimpleStatementLine' ? line.body.at(-1) : undefined;
    expect(last && text.slice(last.start, last.end)).toBe('a');
  });

  it('gives a text that was just parsed the same tree, and another path its own', () => {
    const first = parse('same.py', 'a\n');
    expect(parse('same.py', 'a\n')).toBe(first);
    expect(parse('other.py', 'a\n')).not.toBe(first);
    expect(parse('same.py', 'a \n')).not.toBe(first);
  });
});
