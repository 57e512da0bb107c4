import { describe, expect, it } from 'vitest';
import { isParsed, parse } from '../parse.ts';
import { exportsOf } from './exports-of.ts';
import { tricksOf } from './tricks-of.ts';

function open(text: string) {
  const file = parse('a.py', text);
  if (!isParsed(file)) throw new Error(file.message);
  return file;
}

function entries(text: string, name = 'x'): string[] {
  return (exportsOf(open(text)).named.get(name) ?? []).map((entry) => {
    const what =
      entry.kind === 'local'
        ? entry.declaration.type
        : entry.kind === 'from'
          ? `${entry.specifier}:${entry.imported}`
          : entry.specifier;
    return `${entry.kind} ${what}${entry.certain ? '' : '?'}`;
  });
}

describe('exportsOf', () => {
  it.each<[string, string[]]>([
    ['def x(): pass', ['local FunctionDef']],
    ['class x: pass', ['local ClassDef']],
    ['x = y = 1', ['local Name']],
    ['(x, [y, *z]) = 1', ['local Name']],
    ['for x in y: pass', ['local Name']],
    ['with y as x: pass', ['local Name']],
    ['print(x := 1)', ['local Name']],
    ['type x = int', ['local TypeAlias']],
    ['x: int', ['local Name']],
    ['x: int\nx = 1', ['local Name']],
    ['import x', ['module x']],
    ['import x.y', ['module x']],
    ['import y.z as x', ['module y.z']],
    ['from .y import z as x', ['from .y:z']],
    ['from . import x', ['from .:x']],
    ['x = import_module("y")', ['module y']],
    ['def x(): pass\ndef x(): pass', ['local FunctionDef']],
    ['x = 1\nfrom y import x', ['from y:x']],
    ['try:\n  from y import x\nexcept ImportError:\n  x = None', ['from y:x?', 'local Name?']],
    ['x = None\nif y:\n  import x', ['local Name', 'module x?']],
    ['if y:\n  import x\nelse:\n  def x(): pass\ndef x(): pass', ['local FunctionDef']],
    ['def f():\n  global x\n  x = 1\nx = 2', ['local Name', 'local Name?']],
    ['x = 1\ndel x', []],
    ['x = 1\nif y:\n  del x', ['local Name']],
    ['x = 1\nx += 1', ['local Name']],
    ['try: pass\nexcept E as x: pass', []],
    ['def f():\n  x = 1\nclass C:\n  x = 2\n[x for x in y]', []],
  ])('%j', (text, expected) => expect(entries(text)).toEqual(expected));

  it('lists star imports of the top level', () => {
    const text = 'from .a import *\ntry:\n  from b import *\nexcept E: pass\n';
    expect(exportsOf(open(text)).stars.map(({ specifier, certain }) => [specifier, certain])).toEqual([
      ['.a', true],
      ['b', false],
    ]);
  });

  it.each<[string, string[], boolean]>([
    ['__all__ = [\'a\', "b"]', ['a', 'b'], true],
    ["__all__ = ('a',) + ('b',)", ['a', 'b'], true],
    ["__all__: list[str] = ['a']", ['a'], true],
    ["__all__ = ['a']\n__all__ += ['b']\n__all__.append('c')\n__all__.extend(['d'])", ['a', 'b', 'c', 'd'], true],
    ["__all__ = ['a', 'b']\n__all__.remove('a')", ['b'], true],
    ["__all__ = list(('a',))\n__all__.sort()", ['a'], true],
    ["__all__ = ['a']\nif x:\n  __all__ += ['b']", ['a', 'b'], true],
    ["__all__ = ['a'] + names", ['a'], false],
    ['__all__ = [n for n in dir()]', [], false],
    ["__all__ = ['a', *names]", ['a'], false],
    ["__all__ = ['a']\n__all__ += f()", ['a'], false],
    ["__all__ = ['a']\nexport(__all__)", ['a'], false],
    ["__all__ = ['a']\ndel __all__", ['a'], false],
    ["__all__ = ['a']\nprint(len(__all__))\nfor n in __all__: pass", ['a'], true],
    ["__all__ = ['a']\n__all__[0] = 'b'", ['a'], false],
  ])('reads %j', (text, names, complete) => {
    const { all } = exportsOf(open(text));
    expect([...all!.names.keys()]).toEqual(names);
    expect(all!.complete).toBe(complete);
  });

  it('knows whose __all__ is taken over, and when there is none', () => {
    const text = 'from .a import *\n__all__ = a.__all__ + b.c.__all__\n__all__ += [*d.__all__]\n';
    expect(exportsOf(open(text)).all).toMatchObject({ others: ['a', 'b.c', 'd'], complete: true });
    expect(exportsOf(open('x = 1')).all).toBeUndefined();
  });
});

describe('tricksOf', () => {
  it.each([
    ['def __getattr__(name): pass', ['module-getattr']],
    ['class C:\n  def __getattr__(self, name): pass', []],
    ["globals()['x'] = 1", ['dynamic-names']],
    ['globals().update(x=1)', ['dynamic-names']],
    ["print(globals()['x'])", []],
    ['exec(code)', ['dynamic-names']],
    ['names = globals()', ['dynamic-names']],
    ['fill(globals())', ['dynamic-names']],
    ['vars()["x"] = 1', ['dynamic-names']],
    ['def f(): locals()["x"] = 1', []],
    ["'x' in globals() and globals().get('x') and dict(globals())", []],
    ['fill(sys.modules[__name__])', ['dynamic-names']],
    ['sys.modules[__name__].x = 1', ['dynamic-names']],
    ["getattr(sys.modules[__name__], 'x')", []],
    ['@enum.global_enum\nclass C: pass', ['dynamic-names']],
    ['setattr(sys.modules[__name__], name, 1)', ['dynamic-names']],
    ['setattr(self, name, 1)', []],
    ['sys.modules[__name__] = Lazy()', ['sys-modules']],
    ['sys.modules[__name__].__class__ = Lazy', ['sys-modules']],
    ["del sys.modules['x']", ['sys-modules']],
    ["x = sys.modules['x']", []],
    ['import_module(name)', ['dynamic-import']],
    ['import_module("name")', []],
  ])('%j', (text, expected) => expect(tricksOf(open(text)).map(({ code }) => code)).toEqual(expected));
});
