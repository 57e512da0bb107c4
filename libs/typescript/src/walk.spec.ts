import { createRequire } from 'node:module';
import type { Node } from '@babel/types';
import { describe, expect, it } from 'vitest';
import { childKeysOf } from './child-keys.ts';
import { parentsOf } from './parents.ts';
import { isParsed, parse } from './parse.ts';
import { forEachChild, skip, walk } from './walk.ts';

const require = createRequire(import.meta.url);
const { VISITOR_KEYS } = require('@babel/types') as { VISITOR_KEYS: Record<string, string[]> };

function parsed(path: string, text: string) {
  const file = parse(path, text);
  if (!isParsed(file)) throw new Error(file.message);
  return file;
}

const everything = parsed(
  'a.tsx',
  `#!/usr/bin/env node
'use strict';
import type { A } from 'a';
@dec export class C<T extends A = A> extends B<T> implements I { @dec() private x?: T = 1; constructor(readonly y: string) { super(); } static { f(); } }
const { a = 1, ...rest }: R = o, [b, , c] = d;
enum E { One = 1, Two }
type M = { readonly [K in keyof T as N<K>]?: T[K] };
type F = <U>(this: X, ...args: U[]) => asserts args is V;
const view = <Row<T> key="k" {...props}>text {value} <></></Row>;
function* gen(a, b = \`x\${a}y\${b}z\`) { label: for (const x of y) { if (x) continue label; else break; } }
export * as ns from 'ns';
export default async () => { try { await a?.b?.[c]!(d as E); } catch { } finally { do { i++; } while (i < 3); } };
`,
);

describe('childKeysOf', () => {
  it('knows the same children as Babel, for every type but those of Flow', () => {
    for (const [type, keys] of Object.entries(VISITOR_KEYS)) {
      const known = childKeysOf({ type });
      if (known.length === 0) continue;
      expect(known, type).toEqual(expect.arrayContaining(keys.filter((key) => key !== 'predicate')));
    }
  });

  it('reads a type it does not know property by property', () => {
    expect(childKeysOf({ type: 'New', start: 0, loc: {}, value: 1 } as { type: string })).toEqual(['value']);
  });
});

describe('walk', () => {
  it('visits every node once, in source order', () => {
    const seen: Node[] = [];
    walk(everything.tree.program, (node) => void seen.push(node));
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThan(180);
    const children = (node: Node) => {
      const list: Node[] = [];
      forEachChild(node, (child) => void list.push(child));
      return list;
    };
    for (const node of seen) {
      const starts = children(node).map(({ start }) => start!);
      expect(starts, node.type).toEqual([...starts].sort((one, other) => one - other));
    }
  });

  it('leaves out what is below a skipped node', () => {
    const types: string[] = [];
    walk(parsed('a.ts', 'f(a, () => b)').tree.program, (node) => {
      types.push(node.type);
      return node.type === 'ArrowFunctionExpression' ? skip : undefined;
    });
    expect(types).toEqual([
      'Program',
      'ExpressionStatement',
      'CallExpression',
      'Identifier',
      'Identifier',
      'ArrowFunctionExpression',
    ]);
  });

  it('walks the types of Flow', () => {
    const names: string[] = [];
    walk(parsed('a.js', 'type A = {| +a: B, [key: C]: D |}; (x: E);').tree, (node) => {
      if (node.type === 'GenericTypeAnnotation' && node.id.type === 'Identifier') names.push(node.id.name);
    });
    expect(names).toEqual(['B', 'C', 'D', 'E']);
  });
});

describe('parentsOf', () => {
  it('tells parent, key and place of a node', () => {
    const file = parsed('a.ts', 'f(a, b)');
    const parents = parentsOf(file);
    const [statement] = file.tree.program.body;
    if (statement?.type !== 'ExpressionStatement' || statement.expression.type !== 'CallExpression') throw new Error();
    const call = statement.expression;
    expect(parents.parent(call)).toBe(statement);
    expect([parents.key(call), parents.index(call)]).toEqual(['expression', -1]);
    expect([parents.key(call.arguments[1]!), parents.index(call.arguments[1]!)]).toEqual(['arguments', 1]);
    expect([...parents.ancestors(call)].map(({ type }) => type)).toEqual(['ExpressionStatement', 'Program', 'File']);
    expect(parents.parent(file.tree)).toBeUndefined();
  });

  it('is built once', () => {
    expect(parentsOf(everything)).toBe(parentsOf(everything));
  });
});
