import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findAll, findFirst } from '../find-all.ts';
import type { AnyNode } from '../generated/nodes.ts';
import { shapes } from '../generated/shapes.ts';
import { Node } from '../node.ts';
import { parseModule } from '../parse-module.ts';
import { walk } from '../walk.ts';
import { extract, extractAll, matches } from './extract.ts';
import { m } from './m.ts';
import type { Matcher } from './matcher.ts';

const source = `
# A bit of everything.
import os, sys as s
from .a import (b, c as d,)
@decorated(1, *a, k=2, **b)
class A(B, metaclass=C):
    """Doc."""
    x: int = 1_0; y = [i for i in range(3) if i]
    async def f(self, a, /, b: "str" = 'x' f"{c!r:>{d}}", *args, e=1.5, **kw) -> None:
        global g
        try:
            return (yield a[1:2, ...])
        except (E, F) as e: raise G from e
        finally:
            del h, (i)
        while not a < b <= c: x += -1 if a and b else lambda q: {**q, 1: {2}}
match x:
    case [1, *_] | {"k": v, **r} if v: pass
    case A(b=c) as d: ...
with a as b, c: (d := 3)
a = a
`;
const module = parseModule(source);
const nodes = collect(module);

function collect(root: Node): AnyNode[] {
  const all: AnyNode[] = [];
  walk(root, (node) => {
    all.push(node);
  });
  return all;
}

type Patterns = Record<string, (given: unknown) => Matcher<AnyNode, Record<string, unknown>>>;
const patterns = m as unknown as Patterns;

/** What says everything of a value; `loosen` may put something in its place that says less. */
function derived(value: unknown, loosen: (pattern: unknown, value: unknown) => unknown): unknown {
  if (Array.isArray(value))
    return loosen(
      value.map((item) => derived(item, loosen)),
      value,
    );
  if (!(value instanceof Node)) return loosen(value, value);
  const { fields } = shapes[value.kind]!;
  const all = fields.map(({ name }, index) => [name, derived(value.field(index), loosen)]);
  return loosen(patterns[value.type]!(Object.fromEntries(all)), value);
}

const exact = (node: AnyNode) => derived(node, (pattern) => pattern) as Matcher<AnyNode>;

const anyNode = fc.nat(nodes.length - 1).map((index) => nodes[index]!);
const smallNode = anyNode.filter((node) => node.code.length < 60);

/** A matcher made of a node, that says less of it, or something else. */
const matcher: fc.Arbitrary<Matcher<AnyNode, Record<string, unknown>>> = fc
  .tuple(smallNode, fc.infiniteStream(fc.nat(11)))
  .map(([node, choices]) => {
    let saved = 0;
    const loosened = derived(node, (pattern, value) => {
      const isList = Array.isArray(pattern);
      switch (choices.next().value) {
        case 0:
        case 1:
        case 2:
          return m.doNotCare();
        case 3:
          return m.not(m.not(pattern as string));
        case 4:
          return m.oneOf(m.Pass(), pattern as string, null);
        case 5:
          return m.allOf(
            pattern as string,
            m.matchIf(() => true),
          );
        case 6:
          return m.save(`saved${saved++}`, pattern as string);
        case 7:
          return typeof value === 'string' ? /^/ : pattern;
        case 8:
          return isList ? [m.zeroOrMore(), ...pattern, m.zeroOrMore()] : pattern;
        case 9:
          return isList ? [m.save(`saved${saved++}`, m.atLeast(Array.isArray(value) ? value.length : 0))] : pattern;
        default:
          return pattern;
      }
    });
    return m.allOf(loosened as Matcher<AnyNode, Record<string, unknown>>);
  });

const agree = (one: Matcher<unknown, unknown>, other: Matcher<unknown, unknown>): void => {
  expect(nodes.filter((node) => matches(node, one) !== matches(node, other))).toEqual([]);
};

describe('matchers', () => {
  it('that say all of a node match it, and of other nodes those that read the same', () => {
    for (const node of nodes) expect(matches(node, exact(node))).toBe(true);
    fc.assert(
      fc.property(smallNode, smallNode, (node, other) => {
        if (matches(other, exact(node))) expect(other.code.trim()).toBe(node.code.trim());
      }),
    );
  });

  it('that say less of a node match it still', () => {
    fc.assert(
      fc.property(
        anyNode.chain((node) => fc.tuple(fc.constant(node), fc.subarray([...shapes[node.kind]!.fields.keys()]))),
        ([node, kept]) => {
          const { fields } = shapes[node.kind]!;
          const some = kept.map((index) => [fields[index]!.name, derived(node.field(index), (pattern) => pattern)]);
          expect(matches(node, patterns[node.type]!(Object.fromEntries(some)))).toBe(true);
        },
      ),
    );
  });

  it('are found by findAll where walk and matches find them', () => {
    fc.assert(
      fc.property(matcher, (one) => {
        const expected = nodes.filter((node) => matches(node, one));
        expect(findAll(module, one)).toEqual(expected);
        expect(findFirst(module, one)).toBe(expected[0] ?? null);
        expect(extractAll(module, one)).toEqual(expected.map((node) => extract(node, one)));
      }),
    );
  });

  it('save parts of the tree', () => {
    fc.assert(
      fc.property(matcher, (one) => {
        for (const captures of extractAll(module, one)) {
          for (const value of Object.values(captures).flat()) {
            if (value instanceof Node) expect(value.tree).toBe(module.tree);
            else expect(typeof value === 'string' || typeof value === 'boolean' || value === null).toBe(true);
          }
        }
      }),
    );
  });

  it('keep to the laws of logic', () => {
    fc.assert(
      fc.property(matcher, matcher, matcher, (a, b, c) => {
        agree(m.not(m.not(a)), a);
        agree(m.oneOf(a, b), m.oneOf(b, a));
        agree(m.allOf(a, b), m.allOf(b, a));
        agree(m.oneOf(a, m.oneOf(b, c)), m.oneOf(a, b, c));
        agree(m.allOf(a, m.allOf(b, c)), m.allOf(a, b, c));
        agree(m.not(m.oneOf(a, b)), m.allOf(m.not(a), m.not(b)));
        agree(m.not(m.allOf(a, b)), m.oneOf(m.not(a), m.not(b)));
        agree(m.allOf(a, m.oneOf(b, c)), m.oneOf(m.allOf(a, b), m.allOf(a, c)));
        agree(m.oneOf(a, m.not(a)), m.doNotCare());
        agree(m.oneOf(), m.not(m.doNotCare()));
        agree(m.allOf(), m.doNotCare());
        agree(m.save('x', a), a);
      }),
      { numRuns: 30 },
    );
  });
});
