import { type AnyNode, findAll } from 'libcst-wasm';
import { describe, expect, it } from 'vitest';
import { isBoolean } from './is-boolean.ts';
import { isParsed, parse, type SourceFile } from './parse.ts';
import { truthinessOf } from './truthiness-of.ts';

function probe(text: string): [AnyNode, SourceFile] {
  const file = parse('a.py', text);
  if (!isParsed(file)) throw new Error(file.message);
  const call = findAll(file.tree, 'Call').find(({ func }) => func.type === 'Name' && func.value === 'probe');
  return [call!.args[0]!.value, file];
}

describe('isBoolean', () => {
  it.each([
    'probe(True)',
    'probe(not a)',
    'probe(a is None)',
    'probe(a not in b)',
    'probe(1 == 2)',
    'probe(not a and b is c)',
    'probe(True if a else not b)',
    'probe(x := not a)',
    'probe(isinstance(a, b))',
    "probe('a'.startswith(b))",
    'x = not a\nprobe(x)',
    'x: bool = f()\nprobe(x)',
    'def f(x: bool): probe(x)',
    "def f(x: 'bool'): probe(x)",
    'def g() -> bool: return 1\nprobe(g())',
    '@lru_cache(1)\ndef g() -> bool: return 1\nprobe(g())',
  ])('%j', (text) => expect(isBoolean(...probe(text))).toBe(true));

  it.each([
    'probe(a)',
    'probe(1)',
    'probe(a == b)',
    'probe(1 < a is b)',
    'probe(a and not b)',
    'probe(True if a else b)',
    'probe(a.startswith(b))',
    'probe(any(*a))',
    'def bool(x): return x\nprobe(bool(a))',
    'from numpy import *\nprobe(any(a))',
    'x = not a\nx = 1\nprobe(x)',
    'def f(x: bool | None): probe(x)',
    'async def g() -> bool: return 1\nprobe(g())',
    '@other\ndef g() -> bool: return 1\nprobe(g())',
    'x = x\nprobe(x)',
  ])('not %j', (text) => expect(isBoolean(...probe(text))).toBe(false));
});

describe('truthinessOf', () => {
  it.each<[string, boolean | undefined]>([
    ['True', true],
    ['False', false],
    ['None', false],
    ['0', false],
    ['0x0', false],
    ['0x0e', true],
    ['0.0e5', false],
    ['0j', false],
    ['1_0', true],
    ['-1', true],
    ["''", false],
    ["b''", false],
    ['r""""""', false],
    ["' '", true],
    ["'' ''", false],
    ["'' 'a'", true],
    ["f''", false],
    ["f'a{b}'", true],
    ["f'{b}'", undefined],
    ['()', false],
    ['[]', false],
    ['{}', false],
    ['[0]', true],
    ['[*a]', undefined],
    ['{**a}', undefined],
    ['{**a, 1: 2}', true],
    ['...', true],
    ['lambda: 0', true],
    ['not 0', true],
    ['not a', undefined],
    ['a or 1', true],
    ['a and 0', false],
    ['1 and 2', true],
    ['a and 1', undefined],
    ['(x := 0)', false],
    ['a', undefined],
    ['f()', undefined],
  ])('%s: %s', (text, expected) => expect(truthinessOf(probe(`probe(${text})`)[0])).toBe(expected));
});
