import type { Node } from '@babel/types';
import { describe, expect, it } from 'vitest';
import { beginsLikeStatement, needsParentheses } from './parentheses.ts';
import { isParsed, parse } from './parse.ts';
import { forEachChild, walk } from './walk.ts';

const binary = ['|', '^', '&', '==', '!==', '<', '>=', 'in', 'instanceof', '<<', '>>>', '+', '-', '*', '%', '**'];
const logical = ['&&', '||', '??'];

/** Where an expression can stand; `HOLE` is its place. */
const slots: readonly string[] = [
  ...binary.flatMap((operator) => [`x = HOLE ${operator} b;`, `x = a ${operator} HOLE;`]),
  ...logical.flatMap((operator) => [`x = HOLE ${operator} b;`, `x = a ${operator} HOLE;`]),
  ...['!', '~', '-', '+', 'typeof ', 'void ', 'await '].map((operator) => `x = ${operator}HOLE;`),
  ...['HOLE;', 'export default HOLE;', '() => HOLE;', 'async () => HOLE;', 'export = HOLE;'],
  ...['x = HOLE.a;', 'x = HOLE[a];', 'x = a[HOLE];', 'x = HOLE?.a;', 'x = HOLE?.[a];', 'x = a?.[HOLE];', 'x = HOLE!;'],
  ...['x = HOLE();', 'x = HOLE?.();', 'f(HOLE);', 'f?.(HOLE);', 'f(...HOLE);', 'f(a, HOLE, b);', 'import(HOLE);'],
  ...['new HOLE();', 'new HOLE;', 'new A(HOLE);', 'x = HOLE`text`;', ['x = `$', '{HOLE}`;'].join('')],
  ...['x = HOLE as T;', 'x = HOLE satisfies T;', 'x = HOLE ? a : b;', 'x = a ? HOLE : b;', 'x = a ? b : HOLE;'],
  ...['x = a ? HOLE : () => b;', 'x = HOLE;', 'x += HOLE;', 'let y = HOLE;', 'let [y = HOLE] = z;', '[y = HOLE] = z;'],
  ...['function g(y = HOLE) {}', '(y = HOLE) => y;', 'x = [HOLE];', 'x = [...HOLE];', 'x = { a: HOLE };'],
  ...['x = { [HOLE]: 1 };', 'x = { ...HOLE };', 'class C extends HOLE {}', 'x = class extends HOLE {};'],
  ...['class C { y = HOLE; }', 'class C { static y = HOLE; }', 'class C { #y = HOLE; }', 'class C { [HOLE] = 1; }'],
  ...['class C { accessor y = HOLE; }', '@HOLE class C {}', 'class C { @HOLE y = 1; }', 'enum E { A = HOLE }'],
  ...[
    'if (HOLE) ;',
    'while (HOLE) ;',
    'do ; while (HOLE);',
    'for (; HOLE; ) ;',
    'for (; ; HOLE) ;',
    'for (HOLE; ; ) ;',
  ],
  ...['for (y of HOLE) ;', 'for (y in HOLE) ;', 'switch (HOLE) {}', 'switch (a) { case HOLE: }', 'throw HOLE;'],
  ...['function g() { return HOLE; }', 'function* g() { yield HOLE; }', 'function* g() { yield* HOLE; }'],
  ...['x = <p>{HOLE}</p>;', 'x = <p a={HOLE} />;', 'x = <p {...HOLE} />;'],
];

const inner: readonly string[] = [
  ...binary.map((operator) => `a ${operator} b`),
  ...logical.map((operator) => `a ${operator} b`),
  ...[
    'a',
    'this',
    '1',
    '1.5',
    '0x10',
    '1n',
    'null',
    'true',
    "'text'",
    '/re/g',
    '`text`',
    '[a]',
    '[]',
    '{ a: 1 }',
    '{}',
  ],
  ...[
    'a, b',
    'a = b',
    'a += b',
    '{ a } = b',
    '[a] = b',
    'a ? b : c',
    '() => a',
    'async () => a',
    '(a) => ({})',
    'a => {}',
  ],
  ...[
    'a.b',
    'a[b]',
    'a?.b',
    'a?.[b]',
    'a?.b.c',
    'a?.()',
    'a?.b!',
    'a?.b()',
    'a()',
    'a().b',
    'a.b()',
    'a!',
    'a()!',
    'a`b`',
  ],
  ...['a()`b`', 'new A', 'new A()', 'new A().b', 'new A.b', 'import(a)', 'import.meta', 'new A!', 'new A<T>'],
  ...['!a', '-a', '+a', '~a', 'typeof a', 'void a', 'delete a.b', 'await a', '++a', '--a', 'a++', 'a--', '-1', '- -a'],
  ...[
    'a as T',
    'a as T[]',
    'a as any',
    'a satisfies T',
    'a as const',
    'a < b as T',
    'a as unknown as T',
    'a<T>',
    'a<T>()',
  ],
  ...['a == b as T', 'a + b<T>', '!a<T>', 'a || b as T', 'a = b<T>', '(a as T).b', '(new A).b', 'new (A)', 'a(b as T)'],
  ...[
    'function () {}',
    'function f() {}',
    'async function () {}',
    'function* () {}',
    'class {}',
    'class A extends B {}',
  ],
  ...[
    'function () {}()',
    'function () {}.a',
    'class {}.a',
    '{}.a',
    '{}.a()',
    '{} + 1',
    '{} as T',
    '{}!',
    '{}.a ? b : c',
    '{}.a++',
  ],
  ...[
    '{}`a`',
    'function () {} + 1',
    '<p />',
    '<p>text</p>',
    '<></>',
    '{}.a = b',
    '{}.a, b',
    '{}.a && b',
    '(a, b).c',
    '({}).a',
  ],
  ...['-a.b', '-a + b', 'a + b + c', 'a ** b ** c', 'a?.b + c', 'a ?? (b || c)', '(a?.b).c', '(a?.b)()'],
];

describe('needsParentheses', () => {
  it.each(slots)('in %s', (slot) => {
    const wrong = inner.flatMap((expression) => problem(slot, expression) ?? []);
    expect(wrong).toEqual([]);
  });

  it.each([
    ['x = HOLE + b;', 'a * b'],
    ['x = a || HOLE;', 'b && c'],
    ['f(HOLE);', 'a = b'],
    ['f(HOLE);', '() => a'],
    ['x = HOLE.a;', 'b.c'],
    ['x = HOLE();', 'a.b'],
    ['x = HOLE.a;', 'new B()'],
    ['x = HOLE.a;', 'new B(c).d'],
    ['new HOLE();', 'a.b'],
    ['x = !HOLE;', 'a.b()'],
    ['x = a ? b : HOLE;', 'c ? d : e'],
    ['() => HOLE;', '[{}]'],
    ['if (HOLE) ;', 'a, b'],
    ['x = { a: HOLE };', '{}'],
  ])('asks for none where a person would write none: %s with %s', (slot, expression) => {
    expect(needs(slot, expression)).toBe(false);
  });
});

describe('beginsLikeStatement', () => {
  it.each(inner)('%s', (expression) => {
    if (beginsLikeStatement(expressionOf(expression))) return;
    const statement = 'HOLE == x;';
    // What follows is of no matter here, so everything looser than the operator is left to the other test.
    if (needs(statement, expression)) return;
    expect(shapeOf(fill(statement, expression))).toEqual(expected(statement, expression));
  });

  it.each(['{}', '{}.a', '{}.a()', 'function () {}()', 'class {}.a', '{} + 1'])('knows %s', (expression) => {
    expect(beginsLikeStatement(expressionOf(expression))).toBe(true);
  });

  it.each(['a', '[{}]', '({}).a', '(function () {})()', '!{}', '() => {}'])('does not mind %s', (expression) => {
    expect(beginsLikeStatement(expressionOf(expression))).toBe(false);
  });
});

/** What is wrong with the answer for one expression in one slot. */
function problem(slot: string, expression: string): string | undefined {
  // With parentheses the text is what it is compared with.
  if (needs(slot, expression)) return undefined;
  const wanted = expected(slot, expression);
  if (wanted === undefined) return undefined;
  const filled = fill(slot, expression);
  const shape = shapeOf(filled);
  if (shape === undefined) return `${filled} does not parse`;
  return shape === wanted ? undefined : `${filled} means something else`;
}

function needs(slot: string, expression: string): boolean {
  const { parent, key } = holeOf(slot);
  return needsParentheses(expressionOf(expression), parent, key);
}

/** The tree of the slot with the tree of the expression in it: what the text with parentheses gives. */
function expected(slot: string, expression: string): string | undefined {
  return shapeOf(fill(slot, `(${expression})`));
}

function fill(slot: string, expression: string): string {
  return slot.replace('HOLE', () => expression);
}

function expressionOf(expression: string): Node {
  const file = parse('a.tsx', `(${expression});`);
  const statement = isParsed(file) ? file.tree.program.body[0] : undefined;
  if (statement?.type !== 'ExpressionStatement') throw new Error(`no expression: ${expression}`);
  return statement.expression;
}

function holeOf(slot: string): { parent: Node; key: string } {
  const file = parse('a.tsx', slot);
  if (!isParsed(file)) throw new Error(`${slot} ${file.message}`);
  let found: { parent: Node; key: string } | undefined;
  walk(file.tree.program, (parent) =>
    forEachChild(parent, (child, key) => {
      if (child.type === 'Identifier' && child.name === 'HOLE') found = { parent, key };
    }),
  );
  if (!found) throw new Error(`no hole in ${slot}`);
  return found;
}

/** The tree without what parentheses and places leave in it; undefined when the text does not parse. */
function shapeOf(text: string): string | undefined {
  const file = parse('a.tsx', text);
  return isParsed(file) ? JSON.stringify(file.tree.program, withoutPlaces) : undefined;
}

const places = new Set(['start', 'end', 'loc', 'range', 'extra', 'errors', 'comments', 'tokens']);

function withoutPlaces(key: string, value: unknown): unknown {
  if (typeof value === 'bigint') return `${value}n`;
  return places.has(key) ? undefined : value;
}
