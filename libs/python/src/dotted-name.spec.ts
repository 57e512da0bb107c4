import { findAll } from 'libcst-wasm';
import { describe, expect, it } from 'vitest';
import { dottedName, firstName, memberAccess } from './dotted-name.ts';
import { isParsed, parse } from './parse.ts';

function expression(text: string) {
  const file = parse('a.py', text);
  if (!isParsed(file)) throw new Error(file.message);
  return findAll(file.tree, 'Expr')[0]!.value;
}

describe('dottedName', () => {
  it.each([
    ['a', 'a'],
    ['a.b.c', 'a.b.c'],
    ['(a . b)\\\n.c', 'a.b.c'],
    ['a().b', undefined],
    ['a[0].b', undefined],
    ['1', undefined],
  ])('of %j is %j', (text, expected) => expect(dottedName(expression(text))).toBe(expected));

  it('goes down to the first name, and up to what is accessed', () => {
    const node = expression('a.b.c');
    const first = firstName(node)!;
    expect(first.value).toBe('a');
    expect(memberAccess(first)?.attr.value).toBe('b');
    expect(memberAccess(node)).toBeUndefined();
    expect(firstName(expression('f().a'))).toBeUndefined();
  });
});
