import { describe, expect, it } from 'vitest';
import { isParsed, parse } from '../parse.ts';
import { importsOf } from './imports-of.ts';

function imports(text: string): string[] {
  const file = parse('pkg/a.py', text);
  if (!isParsed(file)) throw new Error(file.message);
  return importsOf(file).map(({ kind, specifier, names, conditional, deferred, typeOnly, inClass }) => {
    const all = names.map(
      ({ imported, local, module }) => `${imported}>${local?.value ?? ''}${module === specifier ? '' : `(${module})`}`,
    );
    const marks = Object.entries({ conditional, deferred, typeOnly, inClass }).flatMap(([mark, on]) =>
      on ? mark : [],
    );
    return [kind, specifier, ...all, ...marks].join(' ');
  });
}

describe('importsOf', () => {
  it.each<[string, string[]]>([
    ['import a', ['import a *>a']],
    ['import a.b.c', ['import a.b.c *>a(a)']],
    ['import a.b.c as d, e', ['import a.b.c *>d', 'import e *>e']],
    ['from a.b import c, d as e', ['from a.b c>c d>e']],
    ['from a import (b,\n  c as d, # why\n)', ['from a b>b c>d']],
    ['from . import a', ['from . a>a']],
    ['from ...a.b import c', ['from ...a.b c>c']],
    ['from a import *', ['star a *>']],
    ['from .. import *', ['star .. *>']],
    ['lazy import a', ['import a *>a']],
    ['lazy from a import b', ['from a b>b']],
    ['x = importlib.import_module("a.b")', ['dynamic a.b *>x']],
    ['f(import_module(".c", __package__))', ['dynamic .c *>']],
    ['import_module(".c", package="a.b")', ['dynamic a.b.c *>']],
    ['x = __import__("a.b")', ['dynamic a.b *>x(a)']],
    ['import_module(name); import_module(f"a.{b}"); import_module("no name"); other("a")', []],
    ['import_module(*names); import_module(".c", package=p); import_module("..c", "a.b")', []],
  ])('%j', (text, expected) => expect(imports(text)).toEqual(expected));

  it('says when an import runs', () => {
    const text = [
      'if TYPE_CHECKING:\n  import a',
      'if not typing.TYPE_CHECKING:\n  import b\nelse:\n  import c',
      'try:\n  import d\nexcept ImportError:\n  import e',
      'def f():\n  import g',
      'class C:\n  import h',
      'with suppress(ImportError): import i',
      'import j',
    ].join('\n');
    expect(imports(text)).toEqual([
      'import a *>a conditional typeOnly',
      'import b *>b conditional',
      'import c *>c conditional typeOnly',
      'import d *>d conditional',
      'import e *>e conditional',
      'import g *>g deferred',
      'import h *>h inClass',
      'import i *>i conditional',
      'import j *>j',
    ]);
  });
});
