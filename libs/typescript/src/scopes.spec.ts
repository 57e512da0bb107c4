import type { Node } from '@babel/types';
import { describe, expect, it } from 'vitest';
import { parentsOf } from './parents.ts';
import { isParsed, parse, type SourceFile } from './parse.ts';
import { isReassigned, type Reference } from './scopes/binding.ts';
import { type ScopeTable, scopesOf } from './scopes.ts';
import { walk } from './walk.ts';

function read(text: string, path = 'a.tsx'): { file: SourceFile; scopes: ScopeTable } {
  const file = parse(path, text);
  if (!isParsed(file)) throw new Error(file.message);
  return { file, scopes: scopesOf(file) };
}

/**
 * Each name of the text with the place of its declaration: names are numbered from the left, `x0:0` declares, `x1:0` refers
 * to the name at 0, `x2:-` is a global. Names that are no variables are left out.
 */
function bound(name: string, text: string, path?: string): string {
  const { file, scopes } = read(text, path);
  const nodes: Node[] = [];
  walk(file.tree.program, (node) => {
    if ((node.type === 'Identifier' || node.type === 'JSXIdentifier') && node.name === name) nodes.push(node);
    if (node.type === 'TSTypeParameter' && node.name === name) nodes.push(node);
  });
  const places = [...new Set(nodes.map(({ start }) => start!))].sort((one, other) => one - other);
  const targets = new Map<number, string>();
  for (const node of nodes) {
    const declaration = scopes.bindingOf(node)?.declarations[0];
    if (declaration) targets.set(node.start!, String(places.indexOf(declaration.start!)));
    else if (scopes.referenceOf(node)) targets.set(node.start!, '-');
  }
  return places.map((place) => targets.get(place) ?? '.').join(' ');
}

function flags(text: string, name: string, path?: string): string[] {
  const { scopes } = read(text, path);
  return scopes.references().flatMap((reference) => (reference.name === name ? [describeFlags(reference)] : []));
}

function describeFlags(reference: Reference): string {
  return ['read', 'write', 'type', 'query', 'export'].filter((flag) => reference[flag as 'read']).join(' ');
}

describe('values', () => {
  // The digits say, for each `x` from the left, which `x` declares it; `-` a global, `.` no variable.
  it.each([
    ['hoists var out of blocks', '{ var x = 1; } x', '0 0'],
    ['keeps let in its block', '{ let x = 1; x; } x', '0 0 -'],
    ['keeps const of a loop in the loop', 'for (const x of y) { x; } x', '0 0 -'],
    ['lets var of a loop out', 'for (var x of y) { x; } x', '0 0 0'],
    ['shadows in an inner block', 'let x; { let x; x; } x', '0 1 1 0'],
    ['sees a later declaration of the block, even too early', 'let x; { x; let x; }', '0 2 2'],
    ['shares one scope among the cases of a switch', 'switch (x) { case x: let x; break; case 2: x; }', '- 2 2 2'],
    ['holds the parameter of catch', 'try {} catch (x) { x; } x', '0 0 -'],
    ['destructures the parameter of catch', 'try {} catch ({ x }) { x; }', '0 0'],
    ['hoists functions', 'x(); function x() { x(); }', '1 1 1'],
    ['keeps functions of a block in it', '{ function x() {} x(); } x', '0 0 -'],
    ['names a function expression for itself', 'const y = function x() { x(); }; x', '0 0 -'],
    ['lets a parameter shadow the name of the function', '(function x(x) { x; })', '0 1 1'],
    ['lets a body shadow the name of the function', '(function x() { let x; x; })', '0 1 1'],
    ['names a class for itself', 'const y = class x { m() { x; } }; x', '0 0 -'],
    ['sees earlier parameters in defaults', '(x, y = x) => x', '0 0 0'],
    ['hides the body from defaults', 'let x; function f(y = x) { let x; x; }', '0 0 2 2'],
    ['hides var of the body from defaults', 'let x; function f(y = () => x) { var x = 1; x; }', '0 0 2 2'],
    ['takes var with the name of a parameter for it', 'function f(x) { var x; x; }', '0 0 0'],
    ['destructures with defaults', 'const { a: x = 1, ...y } = { x: 2 }; x', '0 . 0'],
    ['destructures shorthand with a default', 'const { x = 1 } = y; x', '0 0'],
    ['evaluates defaults in the pattern', 'let x; const { y = x, [x]: z } = o;', '0 0 0'],
    ['destructures arrays with holes and rest', 'const [, x, ...[y]] = o; x', '0 0'],
    [
      'knows members for no variables',
      'let x; a.x; a?.x; ({ x: 1, x() {}, get x() { return 1; } }); a[x]',
      '0 . . . . . 0',
    ],
    ['knows labels for no variables', 'let x; x: for (;;) { break x; continue x; }', '0 . . .'],
    ['knows private names for no variables', 'let x; class A { #x = 1; m() { this.#x; x; } }', '0 . . 0'],
    ['knows fields and methods for no variables', 'let x; class A { x = 1; static x() {} [x] = x; }', '0 . . 0 0'],
    ['reads shorthand properties', 'let x; ({ x })', '0 0'],
    ['gives static blocks their own var', 'class A { static { var x; x; } } x', '0 0 -'],
    ['sees decorators outside of the class', 'let x; @x class A { @x m(@x a) {} }', '0 0 0 0'],
    ['hides parameters from their decorators', 'let x; class A { m(@x x) {} }', '0 0 2'],
    ['sees exports and their names', 'let x; export { x as y, x }; export { x as z } from "z"', '0 0 0 .'],
    ['sees export default', 'let x; export default x;', '0 0'],
    ['sees imports', 'import x, { y as x2 } from "x"; x', '0 0'],
    ['knows imported names for no variables', 'import { x as y } from "x"; x; y', '. -'],
    ['knows attributes for no variables', 'let x; <a x={x} x:x="1" />', '0 . 0 . .'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the template is the code that is read.
    ['knows template parts', 'let x; `${x}`', '0 0'],
    ['sees do, while, throw, spread', 'let x; do { throw x } while (x); f(...x)', '0 0 0 0'],
  ])('%s', (_, text, expected) => {
    expect(bound('x', text)).toBe(expected);
  });

  it('binds the head of an element, and no element of the page', () => {
    expect(bound('X', 'let X; <X><X.y></X.y></X>')).toBe('0 0 0 0 0');
    expect(bound('x', 'let x; <x><x.y></x.y></x>')).toBe('0 . 0 0 .');
    expect(bound('my-x', '<my-x />')).toBe('.');
  });

  it('takes a function of a block in a sloppy script for the one behind it', () => {
    expect(bound('x', '{ function x() {} x(); } x', 'a.js')).toBe('0 0 0');
    expect(bound('x', '"use strict"; { function x() {} } x', 'a.js')).toBe('0 -');
    expect(bound('x', 'import "y"; { function x() {} } x', 'a.js')).toBe('0 -');
  });
});

describe('types', () => {
  it.each([
    ['keeps types and values apart', 'const x = 1; type x = number; let a: x = x; let b: typeof x', '0 1 1 0 0'],
    ['sees a global type behind a value', 'const x = 1; let a: x', '0 -'],
    ['sees a class as both', 'class x {} let a: x = new x()', '0 0 0'],
    ['merges interfaces', 'interface x {} interface x {} let a: x', '0 0 0'],
    ['merges a namespace with its function', 'function x() {} namespace x { export const y = 1 } x.y', '0 0 0'],
    ['merges enums', 'enum x { A } enum x { B = A } let a: x', '0 0 0'],
    ['shares what merged namespaces export', 'namespace N { export const x = 1 } namespace N { x }', '0 0'],
    ['hides what a namespace does not export', 'namespace N { const x = 1 } namespace N { x }', '0 -'],
    ['sees enum members in the enum', 'enum E { x, y = x } x', '0 0 -'],
    ['scopes type parameters', 'function f<x>(a: x): x { let b: x } let c: x', '0 0 0 0 -'],
    ['scopes those of classes', 'class A<x> extends B<x> { a: x; m<x>(a: x) {} }', '0 0 0 3 3'],
    ['scopes those of aliases and interfaces', 'type A<x> = x; interface B<x> extends C<x> { a: x }', '0 0 2 2 2'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the template is the code that is read.
    ['scopes mapped types', 'type A = { [x in y as `${x}`]: x }; let a: x', '0 0 0 -'],
    ['infers for the true branch only', 'type A = B extends C<infer x> ? x : x', '0 0 -'],
    ['infers for the condition it stands in', 'type A = B extends (C extends infer x ? x : 1) ? x : 1', '0 0 -'],
    ['knows parameters of function types', 'type F = (x: number, y: typeof x) => typeof x; let x: number', '0 0 0 3'],
    ['knows type predicates', 'function f(x: unknown): x is string { return x }', '0 0 0'],
    ['knows assertions', 'function f(x: unknown): asserts x {}', '0 0'],
    ['knows overloads as one function', 'function x(a: 1): 1; function x(a: any) {} x()', '0 0 0'],
    ['knows parameter properties', 'class A { constructor(private x: number) { x; this.x; } }', '0 0 .'],
    ['knows index signatures', 'type A = { [x: string]: typeof x }', '0 0'],
    ['knows members of types for no names', 'let x; type A = { x: 1; x(): 2; [x]: 3 } | [x: 4]', '0 . . 0 .'],
    ['knows what is left of the dot', 'import * as x from "x"; let a: x.x.x; let b: import("x").x', '0 0 . . .'],
    ['sees `implements` and `extends`', 'interface x {} class A extends x implements x {}', '0 - 0'],
    ['sees import = and export =', 'import x = require("x"); import y = x.z; export = x', '0 0 0'],
    ['takes declare global to the top', 'export {}; declare global { var x: number } x', '0 0'],
    ['keeps ambient modules apart', 'declare module "m" { const x: number; x } x', '0 0 -'],
    ['knows `this` parameters', 'function f(this: x) { x }', '- -'],
    ['exports a constant and a type of one name', 'const x = 1; type x = 1; export { x }', '0 1 0'],
  ])('%s', (_, text, expected) => {
    expect(bound('x', text)).toBe(expected);
  });

  it('gives an export of a constant and a type to both', () => {
    const { scopes } = read('const x = 1; type x = 1; export { x }');
    expect(scopes.bindings().map(({ kind, references, exported }) => [kind, references.length, exported])).toEqual([
      ['const', 1, true],
      ['type', 1, true],
    ]);
  });

  it('gives a type of the same name as an import the type only', () => {
    expect(bound('x', 'import { x } from "x"; const x = 1; x; let a: x')).toMatch(/^0 1 1 0$/);
  });
});

describe('references', () => {
  it.each([
    ['x = 1', ['write']],
    ['x += 1', ['read write']],
    ['x ??= 1', ['read write']],
    ['x++', ['read write']],
    ['[x] = y', ['write']],
    ['({ x } = y)', ['write']],
    ['({ y: x = x } = y)', ['write', 'read']],
    ['({ ...x } = y)', ['write']],
    ['[x.y] = y', ['read']],
    ['for (x of y);', ['write']],
    ['for (x.y in y);', ['read']],
    ['(x as any) = 1', ['write']],
    ['x!++', ['read write']],
    ['x.y = 1', ['read']],
    ['typeof x', ['read']],
    ['let x; export { x }', ['read export']],
    ['let x; export type { x }', ['type export']],
    ['export default x', ['read export']],
    ['let y: typeof x', ['type query']],
    ['let y: x', ['type']],
    ['let y: x.z', ['type']],
    ['let y = <X x={x} />', ['read']],
  ])('%s', (text, expected) => expect(flags(text, 'x')).toEqual(expected));

  it('tells what is assigned again', () => {
    const reassigned = (text: string) =>
      isReassigned(
        read(text)
          .scopes.bindings()
          .find(({ name }) => name === 'x')!,
      );
    expect(reassigned('let x = 1; x;')).toBe(false);
    expect(reassigned('let x = 1; x = 2;')).toBe(true);
    expect(reassigned('var x = 1; var x = 2;')).toBe(true);
    expect(reassigned('function f(x) { var x = 1; }')).toBe(true);
    expect(reassigned('function x(a: 1): 1; function x(a: any) {}')).toBe(false);
    expect(reassigned('function f() { function x() {} function x() {} }')).toBe(true);
    expect(reassigned('function x() {} namespace x { export let y = 1 }')).toBe(false);
    expect(reassigned('let x; [x] = y;')).toBe(true);
  });

  it('lists globals, but not the implicit arguments', () => {
    const { scopes } = read('function f() { return arguments.length + g; } const h = () => arguments;', 'a.js');
    expect(scopes.unresolved().map(({ name }) => name)).toEqual(['g', 'arguments']);
  });

  it('marks the functions that use arguments', () => {
    const { file, scopes } = read('function f() { return () => arguments; } function g() {}');
    const uses = file.tree.program.body.map((node) => scopes.innerScope(node)?.usesArguments);
    expect(uses).toEqual([true, false]);
  });

  it('marks what is exported', () => {
    const { scopes } = read(
      'export const a = () => { const inner = 1; }, { b } = x; export function c(p) {} export default class d {} export enum e { M } const f = 1, g = 2; export { f };',
    );
    const exported = scopes.bindings().filter((binding) => binding.exported);
    expect(exported.map(({ name }) => name)).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
  });
});

describe('the table', () => {
  it('tells modules from scripts, and scopes that nobody can know', () => {
    expect(read('import "a"').scopes.isModule).toBe(true);
    expect(read('var a').scopes.isModule).toBe(false);
    expect(read('var a', 'a.mjs').scopes.isModule).toBe(true);
    expect(read('eval("x")').scopes.hasDynamicScope).toBe(true);
    expect(read('(0, eval)("x"); window.eval("x")').scopes.hasDynamicScope).toBe(false);
  });

  it('tells the scope of every node', () => {
    const { file, scopes } = read(
      'const a = function b(c = () => 1) { { let d; } return a; }; class E<T> extends F { g = 1; static { h; } } switch (i) { case j: k; }',
    );
    const kinds: Record<string, string> = {};
    walk(file.tree.program, (node) => {
      const name =
        node.type === 'Identifier' ? node.name : node.type === 'NumericLiteral' ? `1 ${node.start}` : undefined;
      if (name) kinds[name] ??= scopes.scopeOf(node).kind;
    });
    expect(kinds).toEqual({
      a: 'file',
      b: 'function-name',
      c: 'function',
      [`1 ${file.text.indexOf('1')}`]: 'function',
      d: 'block',
      E: 'file',
      F: 'class',
      g: 'class',
      [`1 ${file.text.lastIndexOf('1')}`]: 'field',
      h: 'static-block',
      i: 'file',
      j: 'switch',
      k: 'switch',
    });
    expect(scopes.scopeOf(parentsOf(file).parent(file.tree.program) ?? file.tree).kind).toBe('file');
  });

  it('resolves a reference as `lookup` does from its scope', () => {
    const { scopes } = read('let x; { let x; (() => { x; })(); } type x = 1; let y: x; function f(x) { x; }');
    for (const { name, scope, binding, type } of scopes.references()) {
      expect(scopes.lookup(name, scope, type ? 'type' : 'value')).toBe(binding);
    }
  });

  it('is built once', () => {
    const { file, scopes } = read('let x');
    expect(scopesOf(file)).toBe(scopes);
  });
});

describe('Flow', () => {
  const text = `// @flow
    import type { A } from 'a';
    import { type B, typeof C } from 'b';
    export type D<T> = { a: A, [key: B]: T, ... };
    type E = (x: D<A>, ...Array<B>) => C;
    opaque type F: string = string;
    declare var g: E;
    declare function h(x: F): E;
    declare class I extends J<A> { k: A }
    interface L { m: A }
    class N<+T: A> extends O<T> implements L { p: T = (this.p: any); +q: ?A; }
    function r<T>(s: T, t?: typeof g): T %checks { return s; }
    declare export function u(): A;
    declare module 'v' { declare var w: A; }`;

  it('binds what types use', () => {
    const { scopes } = read(text, 'a.js');
    const used = Object.fromEntries(scopes.bindings().map(({ name, references }) => [name, references.length]));
    expect(used).toMatchObject({ A: 9, B: 2, C: 1, D: 1, E: 2, F: 1, L: 1, g: 1, s: 1 });
    expect(scopes.unresolved().map(({ name }) => name)).toEqual(['Array', 'J', 'O']);
  });

  it('takes a constant that holds a class for a type', () => {
    expect(bound('X', 'const X = class {}; let a: ?X;', 'a.js')).toBe('0 0');
  });
});
