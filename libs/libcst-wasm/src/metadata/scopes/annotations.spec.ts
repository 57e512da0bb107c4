import { describe, expect, it } from 'vitest';
import { parseModule } from '../../parse-module.ts';
import { scopesOf } from './scopes-of.ts';
import { uses } from './uses.ts';

const accesses = (source: string) => scopesOf(parseModule(source)).all.flatMap((scope) => scope.accesses);

describe('annotations', () => {
  it('are told from other accesses', () => {
    const source = 'def f(a: b = c) -> d: e: g = h';
    const flags = Object.fromEntries(accesses(source).map(({ name, isAnnotation }) => [name, isAnnotation]));
    expect(flags).toEqual({ b: true, c: false, d: true, g: true, h: false });
  });

  it('may be evaluated later, so they see what is bound later', () => {
    expect(uses('def f(a: B): pass\nclass B: pass', 'B')).toEqual(['1: class 2']);
  });

  it('may be evaluated at once, so they see what is not hidden yet', () => {
    expect(uses('class A:\n  def f(self) -> list: pass\n  def list(self): pass', 'list')).toEqual([
      '2: function 3, builtin',
    ]);
  });

  it('may be strings', () => {
    const source = 'import t\ndef f(a: "t.List[B]", b: \'B\' = "B") -> """ B""": pass\nclass B: pass';
    const strings = accesses(source).filter(({ isStringAnnotation }) => isStringAnnotation);
    expect(strings.map(({ name }) => name)).toEqual(['t', 'B', 'B', 'B']);
    for (const { start, end, name, string, referents } of strings) {
      expect(source.slice(start!, end!)).toBe(name);
      expect(string!.start < start! && end! < string!.end).toBe(true);
      expect(referents).toHaveLength(1);
    }
  });

  it('may be strings in strings', () => {
    const source = 'x: "A[\'B\']"\nclass B: pass';
    const [, inner] = accesses(source);
    expect(source.slice(inner!.start!, inner!.end!)).toBe('B');
    expect(inner!.referents[0]!.kind).toBe('class');
  });

  it('may be strings whose text is not that of the source', () => {
    for (const string of ["'A\\\n'", "'li' 'st[A]'", "'A[\\'B\\']'"]) {
      const access = accesses(`class A: pass\nx: ${string}`).find(({ name }) => name === 'A')!;
      expect(access.referents).toHaveLength(1);
      expect(access.start).toBeNull();
      expect(access.isStringAnnotation).toBe(true);
    }
  });

  it('are not read in bytes, f-strings, and what is no expression', () => {
    expect(accesses('x: b"A"\ny: "A B"\nz: f"A"\nw: ""')).toEqual([]);
  });

  it('have strings that are values in Literal and Annotated', () => {
    const source = `from typing import Literal, Annotated as An
import typing_extensions as te
a: Literal["x"] | te.Literal["x"]
b: An["y", "x", f("x")]
y = x = 0`;
    expect(uses(source, 'x')).toEqual([]);
    expect(uses(source, 'y')).toEqual(['4: variable 5']);
  });

  it('stand in calls and subscripts of typing, too', () => {
    const source = `import typing
from typing import cast, TypeVar
class N: pass
cast("N", "N")
TypeVar("N", bound="N")
typing.Optional["N"]
typing.Callable[["N"], "N" | None]
typing.get_type_hints("N")
other["N"]`;
    expect(uses(source, 'N')).toEqual(['4: class 3', '5: class 3', '6: class 3', '7: class 3', '7: class 3']);
    expect(
      accesses(source).filter(({ isStringAnnotation, isAnnotation }) => isStringAnnotation && isAnnotation),
    ).toEqual([]);
  });

  it('stand in the order of the text among the accesses of their scope', () => {
    const [scope] = scopesOf(parseModule('a: "b"\nc\nd: "e"')).all;
    expect(scope!.accesses.map(({ name }) => name)).toEqual(['b', 'c', 'e']);
  });

  it('may hold scopes', () => {
    expect(uses('a: "[b for b in c]"\nb = c = 0', 'b')).toEqual(['1: variable 1']);
  });
});
