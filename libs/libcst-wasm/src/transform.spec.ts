import { describe, expect, it } from 'vitest';
import { InvalidFieldError } from './errors/invalid-field-error.ts';
import { InvalidReplacementError } from './errors/invalid-replacement-error.ts';
import { findAll } from './find-all.ts';
import {
  BinaryOperation,
  Call,
  Expr,
  Integer,
  Multiply,
  Name,
  type NodeTypes,
  SimpleStatementLine,
} from './generated/nodes.ts';
import { parseModule } from './parse-module.ts';
import { remove } from './replacement.ts';
import { type Transformer, transform } from './transform.ts';

const changed = (source: string, transformer: Transformer): string => transform(parseModule(source), transformer).code;

/** Prepends lines to those of a statement. */
const statement = (code: string): SimpleStatementLine =>
  SimpleStatementLine.create({ body: [Expr.create({ value: Call.create({ func: Name.create({ value: code }) }) })] });

describe('transform', () => {
  it('puts what a leave function returns in the place of the node', () => {
    expect(
      changed('a = b + a  # a\n', { leaveName: (_, name) => name.with({ value: `${name.value}${name.value}` }) }),
    ).toBe('aa = bb + aa  # a\n');
  });

  it('begins with the leaves, and gives each node as it was and as it is', () => {
    const seen: string[] = [];
    const source = 'f(g(x))\n';
    const code = changed(source, {
      leaveName: (_, name) => name.with({ value: name.value.toUpperCase() }),
      leaveCall(original, updated) {
        seen.push(`${original.code} → ${updated.code}`);
        return undefined;
      },
    });
    expect(seen).toEqual(['g(x) → G(X)', 'f(g(x)) → F(G(X))']);
    expect(code).toBe('F(G(X))\n');
  });

  it('shares what did not change, and gives back the same module if nothing did', () => {
    const module = parseModule('a\nb\ndef f():\n    return b\n');
    const renamed = transform(module, {
      leaveName: (_, name) => (name.value === 'a' ? name.with({ value: 'c' }) : name),
    });
    expect(renamed.code).toBe('c\nb\ndef f():\n    return b\n');
    expect(renamed.body[1]).toBe(module.body[1]);
    expect(renamed.body[2]).toBe(module.body[2]);
    expect(module.code).toBe('a\nb\ndef f():\n    return b\n');
    expect(transform(module, { leaveName: (_, name) => name })).toBe(module);
  });

  it('makes no nodes but those it has functions for', () => {
    const module = parseModule('f(a, b)\ng(1)\n');
    transform(module, { leaveInteger() {} });
    expect(module.tree!.nodes.filter((node) => node !== undefined).map(({ type }) => type)).toEqual([
      'Module',
      'Integer',
    ]);
  });

  it('leaves what is below a node as it is where entering says false', () => {
    const source = 'def f(x):\n    x\nx\n';
    const code = changed(source, {
      FunctionDef: () => false,
      leaveFunctionDef: (_, node) => node.with({ name: Name.create({ value: 'g' }) }),
      leaveName: (_, node) => node.with({ value: 'y' }),
    });
    expect(code).toBe('def g(x):\n    x\ny\n');
  });

  it('takes items out of lists and optional fields', () => {
    expect(changed('f(a, 1, b)\n', { leaveArg: (arg) => (arg.value.type === 'Integer' ? remove : undefined) })).toBe(
      'f(a, b)\n',
    );
    expect(changed('def f() -> int: pass\n', { leaveAnnotation: () => remove })).toBe('def f(): pass\n');
    expect(changed('x\n# a\ny  # b\n', { leaveComment: () => remove })).toBe('x\n\ny  \n');
  });

  it('takes out a line whose statements were all taken out', () => {
    expect(
      changed('a; b\n# why\nc; a\n', { leaveExpr: (node) => (node.code.startsWith('a') ? remove : undefined) }),
    ).toBe('b\n# why\nc; \n');
    expect(changed('a\n# why\nb\n', { leaveExpr: (node) => (node.code === 'b' ? remove : undefined) })).toBe('a\n');
  });

  it('leaves a pass in a block that became empty', () => {
    expect(changed('if x:\n    a\n', { leaveExpr: () => remove })).toBe('if x:\n    pass\n');
    expect(changed('if x: a\n', { leaveExpr: () => remove })).toBe('if x: pass\n');
  });

  it('puts several nodes in the place of one where there is a list', () => {
    const source = 'def f():\n    if x:\n        return 1\n    y\n';
    const code = changed(source, {
      leaveSimpleStatementLine: (_, line) => (line.body[0]!.type === 'Return' ? [statement('log'), line] : undefined),
    });
    expect(code).toBe('def f():\n    if x:\n        log()\n        return 1\n    y\n');
    expect(changed(source, { leaveSimpleStatementLine: () => [] })).toBe('def f():\n    if x:\n        pass\n');
  });

  it('works on built nodes and the parsed nodes in them, where one node stands in two places', () => {
    const x = Name.create({ value: 'x' });
    const twice = BinaryOperation.create({ left: x, operator: Multiply.create(), right: x });
    let count = 0;
    const numbered = transform(twice, { leaveName: (_, name) => name.with({ value: `${name.value}${++count}` }) });
    expect(numbered.code).toBe('x1 * x2');
    const module = parseModule('a\nb\n');
    const longer = module.with({ body: [...module.body, statement('c')] });
    const renamed = transform(longer, {
      leaveName: (_, name) => (name.value === 'b' ? name.with({ value: 'd' }) : name),
    });
    expect(renamed.code).toBe('a\nd\nc()\n');
    expect(renamed.body[0]).toBe(module.body[0]);
    expect(renamed.body[2]).toBe(longer.body[2]);
    expect(transform(longer, {})).toBe(longer);
    const kept = transform(longer, {
      SimpleStatementLine: () => false,
      leaveName: () => Integer.create({ value: '1' }),
    });
    expect(kept).toBe(longer);
  });

  it('does not run out of stack on deep trees', () => {
    let deep: BinaryOperation | Name = Name.create({ value: 'x' });
    for (let depth = 0; depth < 12_000; depth++) {
      deep = BinaryOperation.create({ left: deep, operator: Multiply.create(), right: Integer.create({ value: '1' }) });
    }
    const changed = transform(deep, { leaveName: (_, name) => name.with({ value: 'y' }) });
    expect(findAll(changed, 'Name').map(({ value }) => value)).toEqual(['y']);
  });

  it('refuses what cannot be where the node stands', () => {
    expect(() => changed('f(x)\n', { leaveCall: () => remove })).toThrow(InvalidReplacementError);
    expect(() => changed('f(x)\n', { leaveCall: () => remove })).toThrow(
      'Call, which is Expr.value, cannot be removed.',
    );
    expect(() => changed('f(x)\n', { leaveCall: (_, call) => [call, call] })).toThrow('cannot become several nodes');
    expect(() => changed('f(x)\n', { leaveModule: () => remove })).toThrow('Module, the root, cannot be removed.');
    expect(() => changed('f(x)\n', { leaveName: () => statement('y') })).toThrow(InvalidFieldError);
  });

  it('prints the same text when every node is made anew', () => {
    const sources = [
      'if a:\n\tb = [1,\n 2]  # c\nelse : pass\n',
      'class A(B, c=1):\n  @d\n  async def f(self, /, *a): ...\n',
    ];
    const anew = Object.fromEntries(
      ['Name', 'Integer', 'Comment', 'Arg', 'SimpleWhitespace', 'Newline', 'Param', 'Comma'].map((type) => [
        `leave${type}`,
        (_: unknown, node: NodeTypes['Name']) => node.with({}),
      ]),
    ) as Transformer;
    for (const source of sources) expect(changed(source, anew)).toBe(source);
  });
});
