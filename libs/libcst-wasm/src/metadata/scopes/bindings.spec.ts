import { describe, expect, it } from 'vitest';
import { parseModule } from '../../parse-module.ts';
import { scopesOf } from './scopes-of.ts';
import { uses } from './uses.ts';

/** The names that a module binds, each with the kinds of its assignments and the types of their nodes. */
function bound(source: string): Record<string, string> {
  const { assignments } = scopesOf(parseModule(source)).global;
  return Object.fromEntries(
    [...assignments].map(([name, all]) => [name, all.map(({ kind, node }) => `${kind} ${node!.type}`).join(', ')]),
  );
}

describe('what binds a name', () => {
  it.each([
    ['x = y = 1', { x: 'variable Name', y: 'variable Name' }],
    ['(a, [b, *c]), d.e, f[0] = g', { a: 'variable Name', b: 'variable Name', c: 'variable Name' }],
    ['x: int = 1', { x: 'variable Name' }],
    ['x: int', { x: 'declaration Name' }],
    ['x.y: int = 1', {}],
    ['x += 1', { x: 'augmented Name' }],
    ['x.y += 1', {}],
    ['import a', { a: 'import ImportAlias' }],
    ['import a.b.c', { a: 'import ImportAlias' }],
    ['import a.b as c, d', { c: 'import ImportAlias', d: 'import ImportAlias' }],
    ['from a import b, c as d', { b: 'import ImportAlias', d: 'import ImportAlias' }],
    ['from . import (a)', { a: 'import ImportAlias' }],
    ['lazy import a.b', { a: 'import ImportAlias' }],
    ['lazy from a import b', { b: 'import ImportAlias' }],
    ['from a import *', {}],
    ['def f(): pass', { f: 'function FunctionDef' }],
    ['async def f(): pass', { f: 'function FunctionDef' }],
    ['class C: pass', { C: 'class ClassDef' }],
    ['for (a, b.c) in d: pass', { a: 'variable Name' }],
    ['with a as b, c as (d, e): pass', { b: 'variable Name', d: 'variable Name', e: 'variable Name' }],
    ['try: pass\nexcept E as e: pass', { e: 'exception Name' }],
    ['try: pass\nexcept* E as e: pass', { e: 'exception Name' }],
    ['(x := 1)', { x: 'variable Name' }],
    ['f(x := 1)', { x: 'variable Name' }],
    ['type X = int', { X: 'type-alias TypeAlias' }],
    ['del x', {}],
    ['global x', {}],
  ])('%s', (source, expected) => {
    expect(bound(source)).toEqual(expected);
  });

  it('captures of patterns', () => {
    const source = `match m:
  case [a, *b]: pass
  case {'k': c, **d}: pass
  case C(e, f=g) | h.i: pass
  case (1 | 2) as j: pass
  case _: pass`;
    expect(Object.keys(bound(source))).toEqual(['a', 'b', 'c', 'd', 'e', 'g', 'j']);
    expect(uses(source, 'C')).toEqual(['4: nothing']);
    expect(uses(source, 'h')).toEqual(['4: nothing']);
  });

  it('and gives the node with the name', () => {
    const source = 'import a.b, c as d\ndef e(f): pass\nclass g: pass\ntype h[i] = j';
    const names = scopesOf(parseModule(source))
      .all.flatMap(({ assignments }) => [...assignments.values()].flat())
      .map(({ name, nameNode }) => `${name} ${source.slice(nameNode!.start, nameNode!.end)}`);
    expect(names.sort()).toEqual([...'adefghi'].map((name) => `${name} ${name}`));
  });

  it('an augmented name is read as well', () => {
    expect(uses('x = 0\nx += 1\nx', 'x')).toEqual(['2: variable 1', '3: variable 1, augmented 2']);
    expect(uses('x = 0\ndef f():\n  x += 1', 'x')).toEqual(['3: augmented 3']);
  });

  it('a deleted name is local', () => {
    expect(uses('x = 0\ndef f():\n  del x\n  x', 'x')).toEqual(['3: nothing', '4: nothing']);
    expect(scopesOf(parseModule('del x, y.z')).global.accesses.map((access) => access.isDeletion)).toEqual([
      true,
      false,
    ]);
  });

  it('names are the same in all their Unicode spellings', () => {
    expect(uses('ﬁle = 1\nfile', 'file')).toEqual(['2: variable 1']);
  });
});
