import { describe, expect, it } from 'vitest';
import { parseModule } from '../../parse-module.ts';
import { scopesOf } from './scopes-of.ts';
import { uses } from './uses.ts';

describe('classes', () => {
  it('hide their names from the functions in them', () => {
    const source = 'x = 1\nclass C:\n  x = 2\n  y = x\n  def m(self):\n    return x\n  z = lambda: x';
    expect(uses(source, 'x')).toEqual(['4: variable 3', '6: variable 1', '7: variable 1']);
  });

  it('hide their names from classes and comprehensions in them, but for the first iterable', () => {
    const source = 'class C:\n  x = []\n  class D:\n    y = x\n  a = [x\n    for _ in x]';
    expect(uses(source, 'x')).toEqual(['4: nothing', '5: nothing', '6: variable 2']);
  });

  it('evaluate bases and decorators outside', () => {
    const source = 'A = 1\n@A\nclass C(A, k=A):\n  A = 2';
    expect(uses(source, 'A')).toEqual(['2: variable 1', '3: variable 1', '3: variable 1']);
  });

  it('read the global variable where they have not bound the name yet, not that of a function around', () => {
    const source = 'x = 1\ndef f():\n  x = 2\n  class C:\n    x = x\n    y = x\n  class D:\n    y = x';
    expect(uses(source, 'x')).toEqual(['5: variable 1', '6: variable 5', '8: variable 3']);
  });

  it('read a builtin under the name that they go on to bind', () => {
    expect(uses('class C:\n  property = property\n  list = [list]', 'property')).toEqual(['2: builtin']);
    expect(uses('class C:\n  id: int\n  key = id(1)', 'id')).toEqual(['3: declaration 2, builtin']);
  });

  it('give the functions in them a __class__', () => {
    const source = 'class C:\n  def m(self):\n    return __class__\n  __class__\n__class__';
    expect(uses(source, '__class__')).toEqual(['3: class cell', '4: nothing', '5: nothing']);
    const scopes = scopesOf(parseModule(source));
    const access = scopes.all.flatMap((scope) => scope.accesses).find(({ referents }) => referents.length > 0)!;
    expect(access.referents[0]!.node).toBe(scopes.global.assignments.get('C')![0]!.node);
    expect(access.referents[0]!.references).toEqual([access]);
  });

  it('tell the __class__ of functions from a __class__ in the body', () => {
    const source = 'class C:\n  __class__ = 1\n  x = __class__\n  def m(self): return __class__';
    expect(uses(source, '__class__')).toEqual(['3: variable 2', '4: class cell']);
    const own = scopesOf(parseModule(source)).all[1]!.assignments.get('__class__')![0]!;
    expect(own.references.map(({ start }) => start)).toEqual([source.indexOf('__class__\n  def')]);
  });

  it('make names with two underscores their own', () => {
    const source = '__x = 1\nclass C:\n  def m(self):\n    return __x\n  __y = 2\n  z = __y\n__x';
    expect(uses(source, '__x')).toEqual(['4: nothing', '7: variable 1']);
    expect(uses(source, '__y')).toEqual(['6: variable 5']);
    const [, inClass] = scopesOf(parseModule(source)).all;
    expect([...inClass!.assignments.keys()]).toEqual(['m', '_C__y', 'z']);
    expect(inClass!.lookup('__y')).toHaveLength(1);
  });

  it('leave names with underscores at both ends alone, and those in a class of underscores', () => {
    expect(uses('__x__ = 1\nclass C:\n  y = __x__', '__x__')).toEqual(['3: variable 1']);
    expect(uses('__x = 1\nclass __:\n  y = __x', '__x')).toEqual(['3: variable 1']);
  });

  it('take the innermost class for private names, without its first underscores', () => {
    const source = '_D__x = 1\nclass C:\n  class _D:\n    def m(self): return __x';
    expect(uses(source, '__x')).toEqual(['4: variable 1']);
  });
});
