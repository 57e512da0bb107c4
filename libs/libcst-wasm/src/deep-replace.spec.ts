import { describe, expect, it } from 'vitest';
import { deepReplace, replaceNode } from './deep-replace.ts';
import { InvalidFieldError } from './errors/invalid-field-error.ts';
import { InvalidReplacementError } from './errors/invalid-replacement-error.ts';
import { NodeNotFoundError } from './errors/node-not-found-error.ts';
import { findAll } from './find-all.ts';
import * as n from './generated/nodes.ts';
import { parseModule } from './parse-module.ts';
import { remove } from './replacement.ts';

const name = (value: string): n.Name => n.Name.create({ value });

describe('replaceNode', () => {
  it('makes what lies between the node and the root anew, and shares the rest', () => {
    const module = parseModule('if a:\n    f(x)  # why\nelse:\n    g(y)\n');
    const x = findAll(module, 'Name').find(({ value }) => value === 'x')!;
    const changed = replaceNode(module, x, name('z'));
    expect(changed.code).toBe('if a:\n    f(z)  # why\nelse:\n    g(y)\n');
    expect(module.code).toBe('if a:\n    f(x)  # why\nelse:\n    g(y)\n');
    expect((changed.body[0] as n.If).orelse).toBe((module.body[0] as n.If).orelse);
  });

  it('finds nodes again in what it has built', () => {
    const module = parseModule('f(x, y)\n');
    const [, x, y] = findAll(module, 'Name');
    const changed = replaceNode(replaceNode(module, x!, name('a')), y!, name('b'));
    expect(changed.code).toBe('f(a, b)\n');
    const again = replaceNode(changed, findAll(changed, 'Name')[1]!, name('c'));
    expect(again.code).toBe('f(c, b)\n');
  });

  it('finds white space of no length', () => {
    const module = parseModule('f(x)\n');
    const call = findAll(module, 'Call')[0]!;
    const space = n.SimpleWhitespace.create({ value: ' ' });
    expect(replaceNode(module, call.whitespaceBeforeArgs, space).code).toBe('f( x)\n');
    const built = replaceNode(module, findAll(module, 'Name')[1]!, name('y'));
    const builtCall = findAll(built, 'Call')[0]!;
    expect(replaceNode(built, builtCall.whitespaceAfterFunc, space).code).toBe('f (y)\n');
  });

  it('puts several nodes, or none, into a list', () => {
    const module = parseModule('a\nb\nc\n');
    const [, b] = module.body;
    expect(replaceNode(module, b!, [b!, b!]).code).toBe('a\nb\nb\nc\n');
    expect(replaceNode(module, b!, remove).code).toBe('a\nc\n');
  });

  it('leaves a block without statements a pass', () => {
    const module = parseModule('if a:\n  b\nc\n');
    const b = findAll(module, 'SimpleStatementLine')[0]!;
    expect(replaceNode(module, b, remove).code).toBe('if a:\n  pass\nc\n');
  });

  it('answers with what stands in the place of the root', () => {
    const root = name('a');
    const other = name('b');
    expect(replaceNode(root, root, other)).toBe(other);
  });

  it('goes as deep as the tree does', () => {
    let sum: n.BaseExpression = name('a');
    const first = sum;
    for (let count = 0; count < 30_000; count++) {
      sum = n.BinaryOperation.create({ left: sum, operator: n.Add.create(), right: name('b') });
    }
    expect(replaceNode(sum, first, name('z')).code).toMatch(/^z \+ b \+ b/);
  });
});

describe('deepReplace', () => {
  it('replaces several nodes at once', () => {
    const module = parseModule('def f(a, b):\n    return a + b\n');
    const names = findAll(module, 'Name');
    const changed = deepReplace(module, new Map(names.map((node) => [node, node.with({ value: `${node.value}_` })])));
    expect(changed.code).toBe('def f_(a_, b_):\n    return a_ + b_\n');
  });
});

describe('what cannot be replaced', () => {
  const module = parseModule('f(x)\n');
  const call = findAll(module, 'Call')[0]!;

  it('a node that is not in the tree', () => {
    expect(() => replaceNode(module, name('x'), name('y'))).toThrow(NodeNotFoundError);
    expect(() => replaceNode(module, parseModule('f(x)\n').body[0]!, remove)).toThrow(NodeNotFoundError);
  });

  it('a node below another one that is replaced, because its replacement would be lost', () => {
    const replacements = new Map([
      [call, name('a')],
      [call.args[0]!.value, name('b')],
    ]);
    expect(() => deepReplace(module, replacements)).toThrow(NodeNotFoundError);
  });

  it('a node that must be there by nothing', () => {
    expect(() => replaceNode(module, call.func, remove)).toThrow(InvalidReplacementError);
    expect(() => replaceNode(module, module, [])).toThrow(InvalidReplacementError);
  });

  it('a node by one that cannot stand there', () => {
    expect(() => replaceNode(module, call.func, n.Pass.create())).toThrow(InvalidFieldError);
  });
});
