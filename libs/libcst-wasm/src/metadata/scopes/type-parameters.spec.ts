import { describe, expect, it } from 'vitest';
import { parseModule } from '../../parse-module.ts';
import { scopesOf } from './scopes-of.ts';
import { uses } from './uses.ts';

describe('type parameters', () => {
  it('are seen in parameters, result and body of a function, and not in defaults and decorators', () => {
    const source = '@T\ndef f[T, *Ts, **P](a: T\n  = T) -> T:\n  return T\nT';
    expect(uses(source, 'T')).toEqual([
      '1: nothing',
      '2: type-parameter 2',
      '3: nothing',
      '3: type-parameter 2',
      '4: type-parameter 2',
      '5: nothing',
    ]);
  });

  it('are seen in bases and body of a class, and in its functions', () => {
    const source = 'class C[T](B[T]):\n  x: T\n  def m(self): return T';
    expect(uses(source, 'T')).toEqual(['1: type-parameter 1', '2: type-parameter 1', '3: type-parameter 1']);
  });

  it('are seen in a type alias, which sees itself', () => {
    const source = 'type X[T] = (\n  list[T] | X)';
    expect(uses(source, 'T')).toEqual(['2: type-parameter 1']);
    expect(uses(source, 'X')).toEqual(['2: type-alias 1']);
  });

  it('have bounds and defaults that are evaluated later', () => {
    const source = 'class C[T: (T, U), U = T, *V = W]: pass\nW = 1';
    expect(uses(source, 'T')).toEqual(['1: type-parameter 1', '1: type-parameter 1']);
    expect(uses(source, 'U')).toEqual(['1: type-parameter 1']);
    expect(uses(source, 'W')).toEqual(['1: variable 2']);
  });

  it('see the names of the class around them, which the function does not', () => {
    const source = 'class C:\n  x = 1\n  def m[T: x](self, a: x) -> x:\n    return x\n  type Y[U] = x';
    expect(uses(source, 'x')).toEqual([
      '3: variable 2',
      '3: variable 2',
      '3: variable 2',
      '4: nothing',
      '5: variable 2',
    ]);
  });

  it('are private to their class', () => {
    const source = 'class C[__T](__T, __U):\n  x: __T\n__T = __U = 1';
    expect(uses(source, '__T')).toEqual(['1: type-parameter 1', '2: type-parameter 1']);
    expect(uses(source, '__U')).toEqual(['1: variable 3']);
  });

  it('make scopes of their own', () => {
    const { all } = scopesOf(parseModule('def f[T: int](): pass\ntype X = f'));
    expect(all.map(({ kind, node, parent }) => [kind, node!.type, parent!.kind])).toEqual([
      ['global', 'Module', 'builtin'],
      ['type-parameters', 'FunctionDef', 'global'],
      ['function', 'FunctionDef', 'type-parameters'],
      ['annotation', 'TypeVar', 'type-parameters'],
      ['annotation', 'TypeAlias', 'global'],
    ]);
  });
});
