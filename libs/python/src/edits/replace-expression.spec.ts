import { apply } from '@ffsd/edits';
import { type AnyNode, type BaseExpression, parseExpression } from 'libcst-wasm';
import { describe, expect, it } from 'vitest';
import { isParsed, parse } from '../parse.ts';
import { parsed } from './find-in.ts';
import { keepExpression, replaceExpression } from './replace-expression.ts';
import { nodesOf, shapeOf } from './shape-of.ts';
import { snippets } from './snippets.ts';

const isExpression = (node: AnyNode): node is BaseExpression =>
  'lpar' in node && Array.isArray(node.lpar) && !/^(?:Match|Starred)/.test(node.type);

/** Replaces the first expression that is written like `old`, its parentheses left out. */
function replace(text: string, old: string, by: string): string | undefined {
  const file = parsed(text);
  const node = nodesOf(file.tree, isExpression).find(({ start, end }) => text.slice(start, end) === old)!;
  const edits = replaceExpression(file, node, by);
  return edits && apply(text, edits);
}

describe('replaceExpression', () => {
  it.each([
    ['x = a * b\n', 'b', 'c + d', 'x = a * (c + d)\n'],
    ['x = a - b\n', 'a', 'c - d', 'x = c - d - b\n'],
    ['x = a - b\n', 'b', 'c - d', 'x = a - (c - d)\n'],
    ['x = a ** b\n', 'a', '-c', 'x = (-c) ** b\n'],
    ['x = a ** b\n', 'b', '-c', 'x = a ** -c\n'],
    ['x = a ** b\n', 'b', 'c ** d', 'x = a ** c ** d\n'],
    ['x = -a\n', 'a', 'b ** c', 'x = -b ** c\n'],
    ['x = a < b\n', 'b', 'c < d', 'x = a < (c < d)\n'],
    ['x = a == b\n', 'b', 'not c', 'x = a == (not c)\n'],
    ['x = not(a)\n', 'a', 'b', 'x = not b\n'],
    ['x = not(a)\n', 'a', 'b or c', 'x = not(b or c)\n'],
    ['x = a if(b)else(c)\n', 'b', 'd', 'x = a if d else(c)\n'],
    ['x = a if(b)else(c)\n', 'b', "'d'", "x = a if 'd' else(c)\n"],
    ['x = a if(b)else(c)\n', 'b', '[d]', 'x = a if[d]else(c)\n'],
    ['return_(a)\n', 'return_', 'b', 'b(a)\n'],
    ['x = (a)\n', 'a', 'b, c', 'x = b, c\n'],
    ['x = a\n', 'a', 'b := c', 'x = (b := c)\n'],
    ['def f():\n    return(a)\n', 'a', 'b', 'def f():\n    return b\n'],
    ['def f():\n    return a\n', 'a', 'yield', 'def f():\n    return (yield)\n'],
    ['f(a)\n', 'a', 'b, c', 'f((b, c))\n'],
    ['f(a)\n', 'a', 'b for b in c', 'f((b for b in c))\n'],
    ['x = a.b\n', 'a', '1', 'x = (1).b\n'],
    ['x = a.b\n', 'a', 'await c', 'x = (await c).b\n'],
    ['x = [y for y in a if b]\n', 'a', 'c if d else e', 'x = [y for y in (c if d else e) if b]\n'],
    ["x = f'{a}'\n", 'a', 'lambda: b', "x = f'{(lambda: b)}'\n"],
    ["x = f'{a}'\n", 'a', '{b}', "x = f'{ {b}}'\n"],
    ["x = f'{a}'\n", 'a', "b['c']", undefined],
    ["x = f'{a}'\n", 'a', 'b["c"]', 'x = f\'{b["c"]}\'\n'],
    ['x = a\n', 'a', 'b(\n  c)', 'x = b(\n  c)\n'],
    ['x = a\n', 'a', 'b', 'x = b\n'],
    ['with a: pass\n', 'a', '(b, c)', 'with ((b, c)): pass\n'],
    ['a = b\n', 'a', 'f()', undefined],
    ['a = b\n', 'a', 'c.d', 'c.d = b\n'],
    ['match a:\n    case b.c: d\n', 'b.c', 'e', undefined],
    ['match a:\n    case b.c: d\n', 'b.c', '-1', 'match a:\n    case -1: d\n'],
    ['f(a=b)\n', 'a', '1', undefined],
    ["x = 'a' 'b'\n", "'a'", 'c', undefined],
  ])('in %j, %j by %j gives %j', (text, old, by, after) => {
    expect(replace(text, old, by)).toBe(after);
  });

  it.each([
    'x',
    '1',
    '-x',
    'not x',
    'x ** y',
    'x + y',
    'x < y',
    'x and y',
    'x or y',
    'x if y else z',
    'lambda: x',
    'x := y',
    'x, y',
    '(x, y)',
    'yield',
    'await x',
    "'s'",
    'x.y',
    '[x]',
    '(x for x in y)',
    '{x: y}',
    '{x}',
    'x(\n  y)',
    'x\n+ y',
    'x  # why\n+ y',
    '(x)',
  ])('puts %j into every place without changing anything else', (by) => {
    const shape = shapeOf(parseExpression(by.startsWith('(') ? by : `(${by})`));
    let count = 0;
    for (const text of snippets) {
      const file = parsed(text);
      for (const node of nodesOf(file.tree, isExpression)) {
        const edits = replaceExpression(file, node, by);
        if (edits === undefined) continue;
        const after = parse('a.py', apply(text, edits));
        if (!isParsed(after)) throw new Error(`${after.message}: ${JSON.stringify(apply(text, edits))}`);
        const wanted = shapeOf(file.tree, (one) => (one === node ? shape : undefined));
        expect(shapeOf(after.tree), after.text).toBe(withPatterns(wanted));
        count++;
      }
    }
    expect(count).toBeGreaterThan(50);
  });
});

/** LibCST has a value pattern for a literal; what else is in one place is a pattern of its own kind. */
const withPatterns = (shape: string): string => shape;

describe('keepExpression', () => {
  const keep = (text: string, whole: string, kept: string): string | undefined => {
    const file = parsed(text);
    const find = (code: string) =>
      nodesOf(file.tree, isExpression).find(({ start, end }) => text.slice(start, end) === code)!;
    const edits = keepExpression(file, find(whole), find(kept));
    return edits && apply(text, edits);
  };

  it.each([
    ['x = a if b else c\n', 'a if b else c', 'a', 'x = a\n'],
    ['x = 2 * (a + d if b else c)\n', 'a + d if b else c', 'a + d', 'x = 2 * (a + d)\n'],
    ['x = 2 * ((a + d) if b else c)\n', '(a + d) if b else c', 'a + d', 'x = 2 * (a + d)\n'],
    ['x = not(a or b)\n', 'a or b', 'b', 'x = not b\n'],
    ['x = (a\n     + b if c else d)\n', 'a\n     + b if c else d', 'a\n     + b', 'x = (a\n     + b)\n'],
    ['x = [(a\n     + b if c else d)]\n', 'a\n     + b if c else d', 'a\n     + b', 'x = [a\n     + b]\n'],
    ['x = (f(\n  a) if c else d)\n', 'f(\n  a) if c else d', 'f(\n  a)', 'x = f(\n  a)\n'],
    ["x = f'{a if b else c}'\n", 'a if b else c', 'a', "x = f'{a}'\n"],
    ['f(a for a in b)\n', 'f(a for a in b)', 'a for a in b', '(a for a in b)\n'],
    ['x = 1if(a)else 0\n', '1if(a)else 0', 'a', 'x = (a)\n'],
  ])('of %j, %j keeps %j', (text, whole, kept, after) => {
    expect(keep(text, whole, kept)).toBe(after);
    parsed(after);
  });
});
