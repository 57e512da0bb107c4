import { findAll, type Name } from 'libcst-wasm';
import { describe, expect, it } from 'vitest';
import { isParsed, parse } from './parse.ts';
import { placementOf } from './placement.ts';

function marks(text: string): string[] {
  const file = parse('a.py', text);
  if (!isParsed(file)) throw new Error(file.message);
  const name = (findAll(file.tree, 'Name') as readonly Name[]).find(({ value }) => value === 'here');
  return Object.entries(placementOf(name!)).flatMap(([mark, on]) => (on ? [mark] : []));
}

describe('placementOf', () => {
  it.each<[string, string[]]>([
    ['here', []],
    ['if x: here', ['conditional']],
    ['if here: x', []],
    ['if x: y\nelse: here', ['conditional']],
    ['if x: y\nelif here: z', ['conditional']],
    ['if TYPE_CHECKING: here', ['conditional', 'typeOnly']],
    ['if t.TYPE_CHECKING: x\nelse: here', ['conditional']],
    ['if not TYPE_CHECKING: x\nelse: here', ['conditional', 'typeOnly']],
    ['try: here\nfinally: x', ['conditional']],
    ['try: x\nexcept here: y', []],
    ['try: x\nexcept E: here', ['conditional']],
    ['try: x\nfinally: here', []],
    ['for here in x: y', []],
    ['for x in y: here', ['conditional']],
    ['while x: here', ['conditional']],
    ['with x as here: y', []],
    ['with x: here', ['conditional']],
    ['match x:\n  case 1: here', ['conditional']],
    ['x and here', ['conditional']],
    ['here and x', []],
    ['here if x else y', ['conditional']],
    ['x if here else y', []],
    ['def f(): here', ['deferred']],
    ['def f(x=here): y', []],
    ['@here\ndef f(): y', []],
    ['lambda: here', ['deferred']],
    ['class C: here', ['inClass']],
    ['class C(here): x', []],
    ['class C:\n  def f(self):\n    if x: here', ['deferred', 'conditional', 'inClass']],
  ])('%j', (text, expected) => expect(marks(`${text}\n`)).toEqual(expected));
});
