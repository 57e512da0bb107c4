import { describe, expect, it } from 'vitest';
import { parseModule } from '../../parse-module.ts';
import { scopesOf } from './scopes-of.ts';
import { uses } from './uses.ts';

describe('global', () => {
  it('binds in the module', () => {
    const source = 'def f():\n  global x\n  x = 1\n  x\ndef g():\n  return x';
    expect(uses(source, 'x')).toEqual(['4: variable 3', '6: variable 3']);
    const { global, all } = scopesOf(parseModule(source));
    const [assignment] = global.assignments.get('x')!;
    expect(assignment!.from).toBe(all[1]);
    expect(assignment!.scope).toBe(global);
    expect(all[1]!.declarations.get('x')).toMatchObject({ kind: 'global' });
    expect(all[1]!.declarations.get('x')!.nodes.map(({ start }) => start)).toEqual([source.indexOf('x')]);
  });

  it('passes over functions between', () => {
    const source = 'x = 1\ndef f():\n  x = 2\n  def g():\n    global x\n    def h():\n      return x\n    return x';
    expect(uses(source, 'x')).toEqual(['7: variable 1', '8: variable 1']);
  });

  it('in a class is of no matter to the functions in it', () => {
    const source = 'x = 1\ndef f():\n  x = 2\n  class C:\n    global x\n    y = x\n    def m(self):\n      return x';
    expect(uses(source, 'x')).toEqual(['6: variable 1', '8: variable 3']);
  });

  it('holds for functions, classes, imports and targets', () => {
    const source = 'def f():\n  global a, b, c, d\n  def a(): pass\n  class b: pass\n  import c\n  for d in []: pass';
    expect([...scopesOf(parseModule(source)).global.assignments.keys()]).toEqual(['f', 'a', 'b', 'c', 'd']);
  });

  it('without an assignment anywhere is the builtin or nothing', () => {
    expect(uses('def f():\n  global x\n  return x', 'x')).toEqual(['3: nothing']);
    expect(uses('def f():\n  global len\n  return len', 'len')).toEqual(['3: builtin']);
  });

  it('and del may take the name away', () => {
    expect(uses('id = 1\ndef f():\n  global id\n  del id\ndef g():\n  return id', 'id')).toEqual([
      '4: variable 1, builtin',
      '6: variable 1, builtin',
    ]);
  });
});

describe('nonlocal', () => {
  it('binds in the nearest function that has the name, also below', () => {
    const source = 'def f():\n  def g():\n    nonlocal x\n    x = 1\n  x = 2\n  return x';
    expect(uses(source, 'x')).toEqual(['6: variable 4, variable 5']);
  });

  it('passes over classes and over functions that have not the name', () => {
    const source = 'def f():\n  x = 1\n  class C:\n    x = 2\n    def m(self):\n      nonlocal x\n      return x';
    expect(uses(source, 'x')).toEqual(['7: variable 2']);
  });

  it('means a name that is nonlocal itself', () => {
    const source =
      'def f():\n  x = 0\n  def g():\n    nonlocal x\n    def h():\n      nonlocal x\n      x = 1\n  return x';
    expect(uses(source, 'x')).toEqual(['8: variable 2, variable 7']);
  });

  it('in a class binds outside of it', () => {
    const source = 'def f():\n  x = 0\n  class C:\n    nonlocal x\n    x = 1\n  return x';
    expect(uses(source, 'x')).toEqual(['6: variable 2, variable 5']);
  });

  it('without such a name is an error of Python that stays where it is', () => {
    expect(uses('x = 0\ndef f():\n  nonlocal x\n  x = 1\nx', 'x')).toEqual(['5: variable 1']);
  });
});
