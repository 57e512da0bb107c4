import { describe, expect, it } from 'vitest';
import { isBoolean } from './is-boolean.ts';
import { isParsed, parse } from './parse.ts';
import { walk } from './walk.ts';

/** Judges the argument of the call `judge(…)`. */
function judged(text: string): boolean {
  const file = parse('a.tsx', text);
  if (!isParsed(file)) throw new Error(file.message);
  let verdict: boolean | undefined;
  walk(file.tree, (node) => {
    if (node.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === 'judge') {
      verdict = isBoolean(node.arguments[0]!, file);
    }
  });
  if (verdict === undefined) throw new Error('nothing to judge');
  return verdict;
}

describe('isBoolean', () => {
  it.each([
    'judge(true)',
    'judge(!x)',
    'judge(a === b)',
    'judge(a in b)',
    'judge(a instanceof B)',
    'judge(delete a.b)',
    'judge(!a && b > 1)',
    'judge(!a || !b)',
    'judge(!a ?? !b)',
    'judge(a ? !b : false)',
    'judge((a, !b))',
    'judge((!b)!)',
    'judge(!b as any)',
    'judge(Boolean(x))',
    'judge(Array.isArray(x))',
    'judge(Object.is(x, y))',
    'judge(Number.isNaN(x))',
    'const a = !x; judge(a)',
    'let a = !x; judge(a)',
    'const a = !x; const b = a; judge(b)',
    'let a: boolean; a = f(); judge(a)',
    'function f(a: boolean) { judge(a); }',
    'function f(a: boolean = g()) { judge(a); }',
    'function f(a: true | false) { judge(a); }',
    'function f({ open }: { open: boolean }) { judge(open); }',
    'function f({ open: isOpen }: Props) { judge(isOpen); } interface Props { open: boolean }',
    'function f({ open = false }: Props) { judge(open); } type Props = { open?: boolean };',
    'type Flag = boolean; function f(a: Flag) { judge(a); }',
    'judge([1, 2].includes(x))',
    'const list = [1]; judge(list.some(x))',
    'function f(list: readonly string[]) { judge(list.every(x)); }',
    'function f(set: ReadonlySet<string>) { judge(set.has(x)); }',
    'const set = new Set(); judge(set.has(x))',
    'function f(text: string) { judge(text.startsWith(x)); }',
    'judge(/a/.test(x))',
    'function f(): boolean { return g(); } judge(f())',
    'function f(x: unknown): x is string { return g(); } judge(f())',
    'const f = (): boolean => g(); judge(f())',
    'function f(a: string): boolean; function f(a: any): boolean { return g(); } judge(f())',
  ])('%s', (text) => expect(judged(text)).toBe(true));

  it.each([
    'judge(a)',
    'judge(1)',
    'judge(!a && b)',
    'judge(a && !b)',
    'judge(a ? !b : c)',
    'judge(-a)',
    'judge(a + b)',
    'judge(a as boolean)',
    'judge(a!)',
    'const a = f(); judge(a)',
    'let a = !x; a = f(); judge(a)',
    'var a = !x; judge(a)',
    'const { a } = !x; judge(a)',
    'function f(a?: boolean) { judge(a); }',
    'function f(a: boolean | undefined) { judge(a); }',
    'function f({ open }: { open?: boolean }) { judge(open); }',
    'function f({ open }: Props) { judge(open); } interface Props { open?: boolean }',
    'function f({ open = g() }: Props) { judge(open); } interface Props { open?: boolean }',
    'function f({ ...open }: { open: boolean }) { judge(open); }',
    'judge(list.includes(x))',
    'class Set { has() {} } const set = new Set(); judge(set.has(x))',
    'function f(list?: string[]) { judge(list.includes(x)); }',
    'function f(list: string[]) { judge(list?.includes(x)); }',
    'let list = [1]; judge(list.includes(x))',
    'const Boolean = f; judge(Boolean(x))',
    'function f() { return true; } judge(f())',
    'function f(a: string): boolean; function f(a: any): any { return g(); } judge(f())',
    'async function f(): Promise<boolean> { return true; } judge(f())',
    'function f(x: unknown): asserts x is string {} judge(f())',
    'function f(g: () => void): boolean { judge(g()); return true; }',
    'const a = b, b = a; judge(a)',
    'judge(a = b)',
  ])('not %s', (text) => expect(judged(text)).toBe(false));
});
