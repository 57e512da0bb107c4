import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deepEquals } from './deep-equals.ts';
import { replaceNode } from './deep-replace.ts';
import { DetachedNodeError } from './errors/detached-node-error.ts';
import { findAll } from './find-all.ts';
import * as n from './generated/nodes.ts';
import { parseModule } from './parse-module.ts';
import { printNode } from './print.ts';
import { walk } from './walk.ts';

const name = (value: string): n.Name => n.Name.create({ value });
const bodyOf = (node: { readonly body: n.BaseSuite }): readonly n.BaseStatement[] =>
  (node.body as n.IndentedBlock).body;

describe('a node that was changed', () => {
  it('prints with the indentation of its place, and without it for a module', () => {
    const module = parseModule('class A:\n  def f(self):\n    a\n\n    # why\n    b\n');
    const [, b] = findAll(module, 'Expr');
    const line = (b!.parent as n.SimpleStatementLine).with({ body: [b!.with({ value: name('c') })] });
    expect(line.code).toBe('\n    # why\n    c\n');
    expect(module.codeFor(line)).toBe('\n# why\nc\n');
    expect(module.codeFor(b!.parent!)).toBe('\n# why\nb\n');
  });

  it('keeps what it shares with the first one', () => {
    const [call] = findAll(parseModule('f(a, b)\n'), 'Call');
    const changed = call!.with({ func: name('g') });
    expect(changed.code).toBe('g(a, b)');
    expect(changed.args).toBe(call!.args);
    expect(call!.code).toBe('f(a, b)');
  });

  it('prints the word that its place calls for', () => {
    const module = parseModule('if a: b\nelif c: d\ndef f(x: int) -> int: pass\n');
    const elif = (module.body[0] as n.If).orelse as n.If;
    expect(elif.with({ test: name('z') }).code).toBe('elif z: d\n');
    const [of, returns] = findAll(module, 'Annotation');
    expect(of!.with({ annotation: name('T') }).code).toBe(': T');
    expect(returns!.with({ annotation: name('T') }).code).toBe(' -> T');
    expect(n.Annotation.create({ annotation: name('T') }).code).toBe(': T');
  });

  it('has no position', () => {
    const changed = parseModule('a\n').body[0]!.with({});
    expect(() => changed.start).toThrow(DetachedNodeError);
    expect(changed.parent).toBeNull();
  });

  it('moves to another indentation', () => {
    const module = parseModule('if a:\n    if b:\n        # why\n        c(\n            1,\n        )\n    d\n');
    const outer = module.body[0] as n.If;
    const inner = bodyOf(outer)[0] as n.If;
    expect(replaceNode(module, outer, bodyOf(inner)).code).toBe('# why\nc(\n    1,\n)\n');
    expect(n.While.create({ test: name('x'), body: inner.body }).code).toBe(
      'while x:\n    # why\n    c(\n        1,\n    )\n',
    );
  });

  it('ends the last line of a file that does not when something follows', () => {
    const module = parseModule('a\nb');
    const [a, b] = module.body;
    expect(module.with({ body: [b!, a!] }).code).toBe('b\na');
    expect(module.with({ body: [a!, b!, b!] }).code).toBe('a\nb\nb');
    expect(module.with({ hasTrailingNewline: true }).code).toBe('a\nb\n');
    expect(parseModule('if a:\r\n\tb').with({ hasTrailingNewline: true }).code).toBe('if a:\r\n\tb\r\n');
  });

  it('takes the newline and the indentation of the module that it comes to', () => {
    const [statement] = parseModule('if a:\n    b\n').body;
    const module = parseModule('if x:\r\n\ty\r\n');
    expect(module.with({ body: [...module.body, statement!] }).code).toBe('if x:\r\n\ty\r\nif a:\r\n\tb\r\n');
  });

  it('takes the new newline and indentation of its module', () => {
    const module = parseModule('if a:\n    if b:\n        c\n# d\n');
    expect(module.with({ defaultIndent: '\t' }).code).toBe('if a:\n\tif b:\n\t\tc\n# d\n');
    expect(module.with({ defaultNewline: '\r\n' }).code).toBe('if a:\r\n    if b:\r\n        c\r\n# d\r\n');
  });

  it('adds the words between the items of a list', () => {
    const [call] = findAll(parseModule('f(a)\n'), 'Call');
    const [arg] = call!.args;
    expect(call!.with({ args: [arg!, arg!] }).code).toBe('f(a, a)');
    const [line] = parseModule('a; b\n').body as n.SimpleStatementLine[];
    expect(line!.with({ body: [...line!.body].reverse() }).code).toBe('b; a; \n');
  });

  it('has a space before what was added to a lone word', () => {
    const [statement] = findAll(parseModule('def f():\n  return\n'), 'Return');
    expect(statement!.with({ value: name('a') }).code).toBe('return a');
    const [lambda] = findAll(parseModule('lambda: 0\n'), 'Lambda');
    const params = n.Parameters.create({ params: [n.Param.create({ name: name('a') })] });
    expect(lambda!.with({ params }).code).toBe('lambda a: 0');
  });
});

describe('words that would run together', () => {
  const x = name('x');

  it.each<[string, string, (module: n.Module) => n.AnyNode]>([
    ['return(a)', 'return x', (module) => findAll(module, 'Return')[0]!.with({ value: x })],
    ['not(a)', 'not x', (module) => findAll(module, 'UnaryOperation')[0]!.with({ expression: x })],
    ['(a)if(b)else(c)', 'x if(b)else(c)', (module) => findAll(module, 'IfExp')[0]!.with({ body: x })],
    ['(a)if(b)else(c)', '(a)if x else(c)', (module) => findAll(module, 'IfExp')[0]!.with({ test: x })],
    ['(a)in b', 'x in b', (module) => findAll(module, 'Comparison')[0]!.with({ left: x })],
    ['[a for(b)in(c)]', '[a for(b)in x]', (module) => replaceNode(module.body[0]!, findAll(module, 'Name')[2]!, x)],
    ['"" "b"', '"" "b"', (module) => findAll(module, 'ConcatenatedString')[0]!.with({ whitespaceBetween: none })],
    ['x.real', '1 .real', (module) => findAll(module, 'Attribute')[0]!.with({ value: one })],
    ['f"a{b}c"', 'f"aacc"', (module) => twice(findAll(module, 'FormattedString')[0]!)],
    ['match a:\n case b: c', 'case b if x: c', (module) => findAll(module, 'MatchCase')[0]!.with({ guard: x })],
    ['lambda:0', 'lambda x:0', (module) => findAll(module, 'Lambda')[0]!.with({ params, whitespaceAfterLambda: none })],
  ])('%s → %s', (before, after, change) => {
    const changed = change(parseModule(`${before}\n`));
    expect(changed.code.trim()).toBe(after);
    expect(printNode(changed).trim()).toBe(after);
  });

  const none = n.SimpleWhitespace.create({ value: '' });
  const one = n.Integer.create({ value: '1' });
  const params = n.Parameters.create({ params: [n.Param.create({ name: x })] });
  const twice = (node: n.FormattedString): n.FormattedString => {
    const [a, , c] = node.parts;
    return node.with({ parts: [a!, a!, c!, c!] });
  };

  it('are left as they stand in what was parsed', () => {
    const module = parseModule('if a: x = 1if b else 0\n');
    expect(printNode(module)).toBe(module.code);
    expect(replaceNode(module, findAll(module, 'Name')[0]!, x).code).toBe('if x: x = 1if b else 0\n');
  });
});

describe('white space of no length', () => {
  it('is at its place', () => {
    const [call] = findAll(parseModule('f(x)\n'), 'Call');
    expect(call!.whitespaceAfterFunc.start).toBe(1);
    expect(call!.whitespaceBeforeArgs.end).toBe(2);
    expect(call!.whitespaceBeforeArgs.parent).toBe(call);
    const [definition] = findAll(parseModule('@d\ndef f(a): pass\n'), 'FunctionDef');
    expect(definition!.whitespaceAfterName.fullStart).toBe(8);
    expect(definition!.whitespaceBeforeColon.fullStart).toBe(11);
  });
});

describe('trees as deep as they are long', () => {
  const deep = 20_000;
  const grow = (first: n.BaseExpression, next: (inner: n.BaseExpression) => n.BaseExpression): n.BaseExpression => {
    let node = first;
    for (let count = 0; count < deep; count++) node = next(node);
    return node;
  };
  const a = name('a');

  it.each<[string, n.BaseExpression]>([
    ['a + a', grow(a, (left) => n.BinaryOperation.create({ left, operator: n.Add.create(), right: a }))],
    ['a and a', grow(a, (right) => n.BooleanOperation.create({ left: a, operator: n.And.create(), right }))],
    ['a.a', grow(a, (value) => n.Attribute.create({ value, attr: a }))],
    ['a()', grow(a, (func) => n.Call.create({ func }))],
    ['not not', grow(a, (expression) => n.UnaryOperation.create({ operator: n.Not.create(), expression }))],
  ])('%s…', (start, node) => {
    expect(node.code.length).toBeGreaterThan(deep);
    expect(node.code.startsWith(start)).toBe(true);
  });
});

const folder = new URL('../fixtures/', import.meta.url);
const modules = readdirSync(folder)
  .filter((file) => /^(?!white-space).*\.py$/.test(file))
  .map((file) => parseModule(readFileSync(new URL(file, folder), 'utf8')));
const nodesOf = (module: n.Module): readonly n.AnyNode[] => {
  const nodes: n.AnyNode[] = [];
  walk(module, (node) => {
    nodes.push(node);
  });
  return nodes;
};
const anyOf = <T>(found: (module: n.Module) => readonly T[]): fc.Arbitrary<T> =>
  fc.constantFrom(...modules.flatMap((module) => found(module)));

describe('for any node', () => {
  it('changing nothing changes nothing', () => {
    const nodes = anyOf(nodesOf);
    fc.assert(
      fc.property(nodes, (node) => {
        const same = (node as n.Name).with({});
        expect(same).not.toBe(node);
        expect(same.code).toBe(node.code);
        expect(printNode(same)).toBe(node.code);
        expect(deepEquals(same, node)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('a tree with another statement in it parses to what was built', () => {
    const statements = anyOf((module) => [
      ...findAll(module, 'SimpleStatementLine'),
      ...findAll(module, 'If'),
      ...findAll(module, 'FunctionDef'),
    ]);
    fc.assert(
      fc.property(fc.constantFrom(...modules), fc.nat(), statements, (module, place, statement) => {
        const places = findAll(module, 'SimpleStatementLine').filter((line) => line.parent!.type !== 'Module');
        fc.pre(places.length > 0);
        const built = replaceNode(module, places[place % places.length]!, statement);
        expect(deepEquals(parseModule(built.code), built)).toBe(true);
        // What is copied from the source is what the fields give.
        expect(built.code).toBe(printNode(built));
      }),
      { numRuns: 100 },
    );
  });

  it('a tree with another expression in it parses to what was built', () => {
    const expressions = anyOf((module) => [...findAll(module, 'Call'), ...findAll(module, 'List')]);
    fc.assert(
      fc.property(fc.constantFrom(...modules), fc.nat(), expressions, (module, place, expression) => {
        const places = findAll(module, 'Call');
        fc.pre(places.length > 0);
        const built = replaceNode(module, places[place % places.length]!, expression);
        expect(deepEquals(parseModule(built.code), built)).toBe(true);
        // What is copied from the source is what the fields give.
        expect(built.code).toBe(printNode(built));
      }),
      { numRuns: 100 },
    );
  });
});
