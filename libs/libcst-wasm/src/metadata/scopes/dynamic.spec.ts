import { describe, expect, it } from 'vitest';
import { parseModule } from '../../parse-module.ts';
import { scopesOf } from './scopes-of.ts';

const dynamic = (source: string): string[] =>
  scopesOf(parseModule(source))
    .all.filter(({ isDynamic }) => isDynamic)
    .map(({ kind }) => kind);

describe('dynamic scopes', () => {
  it.each([
    ['from m import *', ['global']],
    ['lazy from m import *', ['global']],
    ['exec("x = 1")', ['global']],
    ['def f(): eval(s)', ['global', 'function']],
    ['def f(): return locals()', ['function']],
    ['def f(): return [locals() for a in b]', ['function', 'comprehension']],
    ['def f(): globals()[a] = b', ['global']],
    ['class C: vars()[a] = b', ['class']],
    ['run = exec', ['global']],
  ])('%s', (source, expected) => {
    expect(dynamic(source)).toEqual(expected);
  });

  it.each(['import m', 'vars(thing)', 'thing.exec()', 'def f(locals): return locals()', 'from m import exec\nexec(1)'])(
    'not by %s',
    (source) => {
      expect(dynamic(source)).toEqual([]);
    },
  );

  it('tell the star imports', () => {
    const { global } = scopesOf(parseModule('from a import *\nfrom b import c'));
    expect(global.starImports.map(({ code }) => code)).toEqual(['from a import *']);
  });
});
