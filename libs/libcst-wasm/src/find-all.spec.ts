import { describe, expect, expectTypeOf, it } from 'vitest';
import { findAll, findFirst } from './find-all.ts';
import type { AnyNode, Attribute, Call, Name } from './generated/nodes.ts';
import { m } from './matchers/m.ts';
import type { Node } from './node.ts';
import { parseModule } from './parse-module.ts';

const source = 'import os\nos.path.join("a", f(x))\nif x:\n    os.remove(x)\n';
const module = parseModule(source);
const codes = (nodes: readonly Node[]): string[] => nodes.map(({ code }) => code);
/** The nodes of a tree that have been made. */
const made = (root: Node): string[] => root.tree!.nodes.filter((node) => node !== undefined).map(({ type }) => type);

describe('findAll', () => {
  it('finds nodes by type in the order of the text', () => {
    const calls = findAll(module, 'Call');
    expectTypeOf(calls).toEqualTypeOf<Call[]>();
    expect(codes(calls)).toEqual(['os.path.join("a", f(x))', 'f(x)', 'os.remove(x)']);
  });

  it('finds nodes of several types', () => {
    const found = findAll(module, ['Integer', 'SimpleString', 'If']);
    expect(found.map(({ type }) => type)).toEqual(['SimpleString', 'If']);
  });

  it('finds nodes that match', () => {
    const found = findAll(module, m.Attribute({ value: m.Name('os') }));
    expectTypeOf(found).toEqualTypeOf<Attribute[]>();
    expect(codes(found)).toEqual(['os.path', 'os.remove']);
    expectTypeOf(findAll(module, m.oneOf(m.Name('x'), m.Call()))).toEqualTypeOf<(Name | Call)[]>();
    expectTypeOf(findAll(module, m.not(m.Name()))).toEqualTypeOf<AnyNode[]>();
  });

  it('looks at the node itself too', () => {
    const [call] = findAll(module, 'Call');
    expect(findAll(call!, 'Call')[0]).toBe(call);
  });

  it('looks into built nodes', () => {
    const built = module.with({ body: module.body.slice(1) });
    expect(codes(findAll(built, 'Call'))).toEqual(codes(findAll(module, 'Call')));
    expect(findAll(built, 'Module')).toEqual([built]);
  });

  it('makes no other nodes', () => {
    const byType = parseModule(source);
    findAll(byType, 'Call');
    expect(made(byType)).toEqual(['Module', 'Call', 'Call', 'Call']);
    // The fields of each call are decoded, but not what is below them.
    const byMatcher = parseModule(source);
    findAll(byMatcher, m.save('it', m.oneOf(m.Call({ func: m.Name('g') }), m.Lambda())));
    expect(new Set(made(byMatcher))).toEqual(new Set(['Module', 'Call', 'Attribute', 'Arg', 'Name']));
    expect(made(byMatcher)).toHaveLength(11);
    const byBoth = parseModule(source);
    findAll(byBoth, m.allOf(m.typeOf(['Call', 'Lambda']), m.typeOf(['Lambda', 'Name']), m.not(m.Call())));
    expect(made(byBoth)).toEqual(['Module']);
  });
});

describe('findFirst', () => {
  it('gives the first of findAll, or null', () => {
    expect(findFirst(module, 'Call')).toBe(findAll(module, 'Call')[0]);
    expect(findFirst(module, m.Call({ func: m.Name() }))?.code).toBe('f(x)');
    expect(findFirst(module, ['Lambda', 'Yield'])).toBeNull();
  });

  it('looks at nothing behind it', () => {
    const fresh = parseModule(source);
    findFirst(fresh, 'Name');
    expect(made(fresh)).toEqual(['Module', 'Name']);
  });
});
