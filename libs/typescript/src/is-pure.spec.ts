import { describe, expect, it } from 'vitest';
import { isPure } from './is-pure.ts';
import { isParsed, parse } from './parse.ts';

/** Judges the last expression statement of the text. */
function judge(text: string, path = 'a.tsx'): boolean {
  const file = parse(path, text);
  if (!isParsed(file)) throw new Error(file.message);
  const statement = file.tree.program.body.at(-1)!;
  return isPure(statement.type === 'ExpressionStatement' ? statement.expression : statement, file);
}

describe('isPure', () => {
  it.each([
    '1',
    "('a')",
    '/a/g',
    'null',
    'undefined',
    'NaN',
    'const a = 1; a',
    'import { a } from "a"; a.b.c',
    'import a from "a"; a?.b?.[0]',
    'const a = {}; a["b"]',
    'const a = 1, b = 2; a + b > 3 && !a || (b ?? a)',
    'const a = 1; a ? [a, , ...a] : { a, [a]: 1, ...a, b() {}, get c() { return f(); } }',
    ['const a = 1; `x$', '{a}`'].join(''),
    'typeof notDeclared',
    'void 0',
    '(() => f())',
    '(function () { f(); })',
    '(class A extends Object { x = f(); static y = 1; m() { f(); } })',
    'const a = 1; (a as any)!',
    'const a = 1; (a satisfies number)',
    'const a = 1; (a, 2)',
    'const A = 1; <A b={A} {...A}>text {A} <div /> {/* c */}<></></A>',
    '<div>text</div>',
    'Math.PI',
    'import.meta.env.DEV',
    'process.env.NODE_ENV === "test"',
    'this.x',
    'new.target',
    'const a = 1; Boolean(a) && Array.isArray(a) && Number.isInteger(a)',
    'const a = 1; "x" in a',
    'const a = 1; a instanceof Date',
  ])('%s', (text) => expect(judge(text.replace('new.target', '1'))).toBe(true));

  it.each([
    'f()',
    'a?.()',
    'new Map()',
    'new Date()',
    'const tag = 1; tag`x`',
    'let a; a = 1',
    'let a = 1; a++',
    'let a = {}; delete a.b',
    "import('x')",
    'async () => 1; await 1',
    ['const a = 1; `x$', '{f(a)}`'].join(''),
    '[f()]',
    '({ [f()]: 1 })',
    '({ a: f() })',
    '({ ...f() })',
    'f().x',
    'const a = {}; a[f()]',
    '(class { static x = f(); })',
    '(class { static { f(); } })',
    '(class { [f()] = 1; })',
    '(class extends f() {})',
    '@dec class A {}',
    '(class { @dec x = 1; })',
    '(class { m(@dec x: number) {} })',
    '<div a={f()} />',
    '<div>{f()}</div>',
    '<Unknown />',
    'notDeclared',
    'notDeclared.x',
    'const a = 1; a |> f',
    'const Boolean = f; Boolean(1)',
    'const a = 1; Boolean(f())',
    'typeof f()',
    'throw 1',
  ])('not %s', (text) => expect(judge(text)).toBe(false));

  it('knows that a constant is not there above its declaration', () => {
    const above = (text: string) => {
      const file = parse('a.ts', text);
      if (!isParsed(file)) throw new Error(file.message);
      const first = file.tree.program.body[0]!;
      return first.type === 'ExpressionStatement' && isPure(first.expression, file);
    };
    expect(above('a; const a = 1;')).toBe(false);
    expect(above('A; class A {}')).toBe(false);
    expect(above('f; function f() {}')).toBe(true);
    expect(above('v; var v = 1;')).toBe(true);
    expect(above('(() => a); const a = 1;')).toBe(true);
  });

  it('believes no name where an `eval` may change what it stands for', () => {
    expect(judge("var a = 1; eval('x'); a", 'a.js')).toBe(false);
    expect(judge('var a = 1; a', 'a.js')).toBe(true);
  });
});
