import { describe, expect, expectTypeOf, it } from 'vitest';
import { ancestorsOf, enclosing } from './ancestors.ts';
import { findFirst } from './find-all.ts';
import { type ClassDef, type FunctionDef, Pass } from './generated/nodes.ts';
import { parseModule } from './parse-module.ts';

const module = parseModule('class A:\n    def f(self):\n        def g(): pass\n');
const pass = findFirst(module, 'Pass')!;

describe('ancestorsOf', () => {
  it('goes from the parent to the root', () => {
    expect(ancestorsOf(pass).map(({ type }) => type)).toEqual(
      'SimpleStatementSuite FunctionDef IndentedBlock FunctionDef IndentedBlock ClassDef Module'.split(' '),
    );
    expect(ancestorsOf(module)).toEqual([]);
    expect(ancestorsOf(Pass.create())).toEqual([]);
  });
});

describe('enclosing', () => {
  it('finds the innermost of a type, not the node itself', () => {
    const inner = enclosing(pass, 'FunctionDef');
    expect(inner?.name.value).toBe('g');
    expect(enclosing(inner!, 'FunctionDef')?.name.value).toBe('f');
    const either = enclosing(inner!, ['ClassDef', 'FunctionDef']);
    expectTypeOf(either).toEqualTypeOf<ClassDef | FunctionDef | null>();
    expect(either?.name.value).toBe('f');
    expect(enclosing(pass, 'Lambda')).toBeNull();
  });
});
