import { describe, expect, it } from 'vitest';
import { findAll } from '../find-all.ts';
import type { AnyNode } from '../generated/nodes.ts';
import { Name } from '../generated/nodes.ts';
import { parseModule } from '../parse-module.ts';
import { type QualifyOptions, qualifiedNamesOf } from './qualified-names.ts';

/** The names of the nodes of the type whose text is `text`. */
function names(source: string, type: AnyNode['type'], text: string, options?: QualifyOptions): string[] {
  const nodes = (findAll(parseModule(source), type) as readonly AnyNode[]).filter((node) => node.code.trim() === text);
  return qualifiedNamesOf(nodes.at(-1)!, options).map(({ name, source: from }) => `${from} ${name}`);
}

describe('qualified names', () => {
  it.each([
    ['import os.path\nos.path.join(a)', 'Call', 'os.path.join(a)', ['import os.path.join']],
    ['import os.path\nos.path.join(a)', 'Attribute', 'os.path.join', ['import os.path.join']],
    ['import os.path\nos.path.join(a)', 'Name', 'os', ['import os']],
    ['import a.b as c\nc.d', 'Attribute', 'c.d', ['import a.b.d']],
    ['from a.b import c as d\nd[int]', 'Subscript', 'd[int]', ['import a.b.c']],
    ['from . import a\na', 'Name', 'a', ['import .a']],
    ['from .a import b\nb', 'Name', 'b', ['import .a.b']],
    ['from ..a import b\nb', 'Name', 'b', ['import ..a.b']],
    ['lazy from a import b\nb', 'Name', 'b', ['import a.b']],
    ['from a import b\n@b(1)\ndef f(): pass', 'Decorator', '@b(1)', ['import a.b']],
    ['len(x)', 'Call', 'len(x)', ['builtin builtins.len']],
    ['dict.fromkeys(x)', 'Call', 'dict.fromkeys(x)', ['builtin builtins.dict.fromkeys']],
    ['__name__', 'Name', '__name__', ['local __name__']],
    ['x', 'Name', 'x', []],
    ['x = 1\nx', 'Name', 'x', ['local x']],
    ['x = 1\nx.y', 'Attribute', 'x.y', ['local x.y']],
    ['def f(a): return a', 'Name', 'a', ['local f.<locals>.a']],
    ['class C:\n  def m(self):\n    class D:\n      x = 1\n      x', 'Name', 'x', ['local C.m.<locals>.D.x']],
    ['def f(): return [i for i in a]', 'Name', 'i', ['local f.<locals>.<comprehension>.i']],
    ['f = lambda a: a', 'Name', 'a', ['local <locals>.a']],
    ['def f[T](a: T): pass', 'Name', 'T', ['local T']],
    ['class C:\n  __x = 1\n  __x', 'Name', '__x', ['local C.__x']],
    ['def f():\n  global x\n  x = 1', 'Name', 'x', ['local x']],
  ] as const)('%s', (source, type, text, expected) => {
    expect(names(source, type, text)).toEqual(expected);
  });

  it('are those of all branches, each once', () => {
    const source = 'if a:\n  from b import c\nelif d:\n  from e import c\nelse:\n  from b import c\nc()';
    expect(names(source, 'Call', 'c()')).toEqual(['import b.c', 'import e.c']);
  });

  it('follow the order of the text', () => {
    expect(names('from a import b\nb()\nb = 1', 'Call', 'b()')).toEqual(['import a.b']);
  });

  it('are had by definitions and by what imports name', () => {
    const source = 'class C:\n  def f(self, a): pass';
    const [method] = findAll(parseModule(source), 'FunctionDef');
    expect(qualifiedNamesOf(method!)).toEqual([{ name: 'C.f', source: 'local' }]);
    expect(names('import a.b', 'Attribute', 'a.b')).toEqual(['import a.b']);
    expect(names('from a import b as c', 'Name', 'b')).toEqual(['import a.b']);
    expect(names('from a import b as c', 'Name', 'c')).toEqual(['import a.b']);
    expect(names('from .a import b', 'ImportAlias', 'b')).toEqual(['import .a.b']);
  });

  it.each([
    ['make().run', 'Attribute', 'make().run'],
    ['make()()', 'Call', 'make()()'],
    ['a[0].b()', 'Call', 'a[0].b()'],
    ['"".join', 'Attribute', '"".join'],
    ['f(len=1)', 'Name', 'len'],
    ['x.len', 'Name', 'len'],
    ['from len import x', 'Name', 'len'],
    ['len + len', 'BinaryOperation', 'len + len'],
  ] as const)('are not guessed: %s', (source, type, text) => {
    expect(names(`from m import a, make\n${source}`, type, text)).toEqual([]);
  });

  it('are absolute when the module is known', () => {
    const inModule = { module: 'pkg.sub.mod' };
    const inPackage = { module: 'pkg.sub', isPackage: true };
    expect(names('from .a import b\nb', 'Name', 'b', inModule)).toEqual(['import pkg.sub.a.b']);
    expect(names('from .a import b\nb', 'Name', 'b', inPackage)).toEqual(['import pkg.sub.a.b']);
    expect(names('from .. import b\nb', 'Name', 'b', inModule)).toEqual(['import pkg.b']);
    expect(names('from ... import b\nb', 'Name', 'b', inModule)).toEqual([]);
    expect(names('from . import b\nb', 'Name', 'b', { module: 'mod' })).toEqual([]);
    expect(names('from os import path\npath', 'Name', 'path', inModule)).toEqual(['import os.path']);
    expect(names('x = 1\nx', 'Name', 'x', inModule)).toEqual(['local pkg.sub.mod.x']);
    expect(names('len', 'Name', 'len', inModule)).toEqual(['builtin builtins.len']);
  });

  it('of the module itself is what it is told', () => {
    const module = parseModule('x');
    expect(qualifiedNamesOf(module)).toEqual([]);
    expect(qualifiedNamesOf(module, { module: 'a.b' })).toEqual([{ name: 'a.b', source: 'local' }]);
  });

  it('are had in string annotations', () => {
    const module = parseModule('from a import b\nx: "b.c"');
    expect(names('from a import b\nx: "b.c"', 'Annotation', ': "b.c"')).toEqual([]);
    expect(module.body).toHaveLength(2);
  });

  it('are not for built nodes', () => {
    expect(() => qualifiedNamesOf(Name.create({ value: 'x' }))).toThrow('has no position');
  });
});
