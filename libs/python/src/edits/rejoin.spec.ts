import { apply } from '@ffsd/edits';
import { describe, expect, it } from 'vitest';
import { parse, type SourceFile } from '../parse.ts';
import { rejoin } from './rejoin.ts';

/** What stands between `«` and `»` is removed. */
function without(marked: string): string {
  const start = marked.indexOf('«');
  const end = marked.indexOf('»') - 1;
  const text = marked.replace(/[«»]/g, '');
  const file = parse('page.py', text) as SourceFile;
  return apply(text, rejoin(file, [{ start, end, text: '' }]));
}

describe('rejoin', () => {
  it.each([
    ['a call', 'x = bool(\n    key« and on»\n)\n', 'x = bool(key)\n'],
    ['arguments on one line', 'f(\n    «a, »b, c\n)\n', 'f(b, c)\n'],
    ['a decorator', '@view(\n    «flag="x", »route="y"\n)\ndef show(): pass\n', '@view(route="y")\ndef show(): pass\n'],
    ['an import', 'from a import (\n    «B, »C\n)\n', 'from a import C\n'],
    ['an import with a trailing comma', 'from a import (\n    C,\n«    D,\n»)\n', 'from a import C\n'],
    ['names behind as', 'from a import (\n    «B, »C as D\n)\n', 'from a import C as D\n'],
    ['CRLF', 'f(\r\n    a«, b»\r\n)\r\n', 'f(a)\r\n'],
  ])('joins %s', (_, before, after) => expect(without(before)).toBe(after));

  it.each([
    ['a trailing comma', 'f(\n    a,\n«    b,\n»)\n'],
    ['an import like its neighbours', 'from b import (\n    X,\n)\nfrom a import (\n    C,\n«    D,\n»)\n'],
    ['a comment', 'f(\n    a  # why\n«    , b»\n)\n'],
    ['several lines', 'f(\n    a,\n    b«, c»\n)\n'],
    ['a list', 'x = [\n    a«, b»\n]\n'],
    ['a call in a list', 'x = [\n    f(a«, b»),\n]\n'],
    ['several names of an import', 'from a import (\n    B,\n    C,\n«    D,\n»)\n'],
    ['what is longer than a line', `f(\n    a«, b», ${'c'.repeat(90)}\n)\n`],
    ['what was on one line', 'f(a«, b»)\n'],
  ])('leaves %s', (_, before) => expect(without(before)).toBe(before.replace(/«[^»]*»/, '')));
});
