import { findAll, type Name } from 'libcst-wasm';
import { describe, expect, it } from 'vitest';
import { isParsed, parse } from './parse.ts';
import { isReassigned } from './scopes/binding.ts';
import { scopesOf } from './scopes.ts';

function open(text: string) {
  const file = parse('a.py', text);
  if (!isParsed(file)) throw new Error(file.message);
  return { file, scopes: scopesOf(file) };
}
function binding(text: string, name: string) {
  const { scopes } = open(text);
  return scopes.bindings().find((one) => one.name === name);
}

describe('scopesOf', () => {
  it('takes all assignments of a name in one scope for one binding', () => {
    const found = binding('try:\n  import x\nexcept ImportError:\n  x = None\nprint(x)\ndef f():\n  return x\n', 'x')!;
    expect(found.kind).toBe('import');
    expect(found.assignments.map(({ kind }) => kind)).toEqual(['import', 'variable']);
    expect(found.declarations.map(({ start }) => start)).toEqual([14, 38]);
    expect(found.references.map(({ offset }) => offset)).toEqual([53, 74]);
  });

  it('finds the binding by the name that binds and by the name that reads', () => {
    const { file, scopes } = open('def f(a):\n  return a + b + print\n');
    const names = findAll(file.tree, 'Name') as readonly Name[];
    const found = names.map((name) => [name.value, scopes.bindingOf(name)?.scope.kind, scopes.referenceOf(name)?.read]);
    expect(found).toEqual([
      ['f', 'global', undefined],
      ['a', 'function', undefined],
      ['a', 'function', true],
      ['b', undefined, true],
      ['print', undefined, true],
    ]);
    expect(scopes.unresolved().map(({ name }) => name)).toEqual(['b', 'print']);
  });

  it('tells reads, writes, deletions and annotations', () => {
    const { scopes } = open("x = 1\nx += 2\ny: x = x\nz: 'x'\ndel x\n");
    const found = scopes.references().filter(({ name }) => name === 'x');
    expect(found.map(({ read, write, deletion, type }) => [read, write, deletion, type])).toEqual([
      [true, true, false, false],
      [true, false, false, true],
      [true, false, false, false],
      [true, false, false, true],
      [false, false, true, false],
    ]);
    expect(found[3]!.offset).toBe(26);
    expect(found[3]!.string?.type).toBe('SimpleString');
  });

  it('follows global and nonlocal to the scope that they name', () => {
    const found = binding('def f():\n  global x\n  x = 1\nprint(x)\n', 'x')!;
    expect(found.scope.kind).toBe('global');
    expect(found.references).toHaveLength(1);
  });

  it('gives a name in the body of a class to the class and to the file', () => {
    const { scopes } = open('x = 1\nclass C:\n  x = x\n');
    const both = scopes.bindings().filter(({ name }) => name === 'x');
    expect(both.map(({ scope, references }) => [scope.kind, references.length])).toEqual([
      ['global', 1],
      ['class', 0],
    ]);
  });

  it('looks up', () => {
    const { file, scopes } = open('x = 1\ndef f(y):\n  pass\n');
    const inner = scopes.innerScope(file.tree.body[1]!)!;
    expect(scopes.lookup('y', inner)?.kind).toBe('parameter');
    expect(scopes.lookup('x', inner)?.scope).toBe(scopes.scope);
    expect(scopes.lookup('y', scopes.scope)).toBeUndefined();
    expect(scopes.lookup('print', inner)).toBeUndefined();
  });

  it.each([
    ['eval("x")', true],
    ['def f(): return locals()', true],
    ['from a import *', false],
    ['from a import *\nexec(x)', true],
    ['x.eval()', false],
  ])('knows whether names may be bound unseen: %j', (text, expected) =>
    expect(open(text).scopes.hasDynamicScope).toBe(expected),
  );
});

describe('isReassigned', () => {
  it.each([
    ['x = 1', false],
    ['x: int\nx = 1', false],
    ['def x(): pass', false],
    ['def f(x): return x', false],
    ['x = 1\nx = 2', true],
    ['x = 1\nx += 2', true],
    ['x = 1\ndel x', true],
    ['for x in y: pass', true],
    ['while y:\n  x = 1', true],
    ['for y in z:\n  def x(): pass', true],
    ['x = 1\ndef f():\n  global x\n  x = 2', true],
    ['try: pass\nexcept E as x: pass', true],
    ['if y:\n  x = 1\nelse:\n  x = 2', true],
    ['for y in z:\n  def f(x): pass', false],
  ])('%j', (text, expected) => expect(isReassigned(binding(text, 'x')!)).toBe(expected));
});
