import { describe, expect, it } from 'vitest';
import { findAll } from '../find-all.ts';
import type { ClassDef, FunctionDef, Module } from '../generated/nodes.ts';
import { parseModule } from '../parse-module.ts';
import { docstringNodeOf, docstringOf, isDocstring } from './docstrings.ts';

const first = (source: string): Module | FunctionDef | ClassDef => {
  const module = parseModule(source);
  return findAll(module, ['FunctionDef', 'ClassDef'])[0] ?? module;
};

describe('docstringOf', () => {
  it.each([
    ['"a"\n', 'a'],
    ['# why\n"a"; x\n', 'a'],
    ['("a" \'b\')\n', 'ab'],
    ['def f():\n    """\n    First.\n\n      Second.\n    """\n', 'First.\n\n  Second.'],
    ['def f(): "a"\n', 'a'],
    ['class A:\n\t"""First\n\tsecond\n\n        third"""\n', 'First\nsecond\n\nthird'],
    ['async def f():\n    r"\\d"\n', '\\d'],
  ])('reads that of %j', (source, text) => {
    expect(docstringOf(first(source))).toBe(text);
  });

  it.each(['', 'x\n', 'b"a"\n', 'f"a"\n', '"a" f"b"\n', '"a" + "b"\n', 'def f(): pass\n', 'class A:\n    x = "a"\n'])(
    'is null for %j',
    (source) => {
      expect(docstringOf(first(source))).toBeNull();
      expect(docstringNodeOf(first(source))).toBeNull();
    },
  );

  it('keeps the indentation if asked to', () => {
    expect(docstringOf(first('def f():\n    """a\n    b\n    """\n'), { clean: false })).toBe('a\n    b\n    ');
  });
});

describe('isDocstring', () => {
  it('tells docstrings from other strings', () => {
    const module = parseModule('"a"\n"b"\ndef f():\n    "c"\n    if x:\n        "d"\n    class A: "e"\n');
    const found = findAll(module, 'SimpleString').filter((node) => isDocstring(node));
    expect(found.map(({ value }) => value)).toEqual(['"a"', '"c"', '"e"']);
    expect(isDocstring(module)).toBe(false);
  });
});
