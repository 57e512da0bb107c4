import { describe, expect, it } from 'vitest';
import { UnknownVisitorError } from './errors/unknown-visitor-error.ts';
import { type Call, Expr, type FunctionDef, Name, SimpleStatementLine } from './generated/nodes.ts';
import { parseModule } from './parse-module.ts';
import { type Visitor, visit } from './visit.ts';
import { skip } from './walk.ts';

const source = 'class A:\n    def f(self):\n        g(h())\n\n    def k(self): pass\n\ng()\n';
const module = parseModule(source);
const built = module.with({
  body: [...module.body, SimpleStatementLine.create({ body: [Expr.create({ value: Name.create({ value: 'g' }) })] })],
});

/** Says what is entered and left, in order. */
function log(at: Parameters<typeof visit>[0], answer: (name: string) => unknown = () => undefined): string[] {
  const said: string[] = [];
  visit(at, {
    FunctionDef(node) {
      said.push(`(${node.name.value}`);
      return answer(node.name.value);
    },
    leaveFunctionDef: (node) => {
      said.push(`${node.name.value})`);
    },
    Name(node) {
      if (node.value !== 'self') said.push(node.value);
    },
    leaveClassDef: (node) => {
      said.push(`${node.name.value}]`);
    },
  });
  return said;
}

describe('visit', () => {
  it('enters a node before what is below it and leaves it after', () => {
    expect(log(module)).toEqual('A (f f g h f) (k k k) A] g'.split(' '));
  });

  it('visits built nodes and the parsed nodes in them', () => {
    expect(log(built)).toEqual('A (f f g h f) (k k k) A] g g'.split(' '));
  });

  it.each([false, skip])('leaves out what is below a node for %s, and leaves the node all the same', (answer) => {
    expect(log(module, (name) => (name === 'f' ? answer : undefined))).toEqual('A (f f) (k k k) A] g'.split(' '));
    expect(log(built, (name) => (name === 'f' ? answer : undefined))).toEqual('A (f f) (k k k) A] g g'.split(' '));
  });

  it('does not skip for other answers, so that an arrow function may return what it likes', () => {
    const unchanged = log(module);
    for (const answer of [undefined, null, 0, '', true]) expect(log(module, () => answer)).toEqual(unchanged);
  });

  it('stays below the node that is given', () => {
    const [first] = module.body;
    expect(log(first!)).toEqual('A (f f g h f) (k k k) A]'.split(' '));
  });

  it('calls the functions as methods of the visitor', () => {
    class Counter {
      count = 0;
      Call(_: Call) {
        this.count++;
      }
      leaveFunctionDef(_: FunctionDef) {
        this.count += 10;
      }
    }
    const counter = new Counter();
    visit(module, counter);
    expect(counter.count).toBe(23);
  });

  it('makes no nodes but those it has functions for', () => {
    const fresh = parseModule(source);
    visit(fresh, { Call() {} });
    expect(fresh.tree!.nodes.filter((node) => node !== undefined).map(({ type }) => type)).toEqual([
      'Module',
      'Call',
      'Call',
      'Call',
    ]);
  });

  it('refuses a function that is named after no node', () => {
    const visitor = { visitCall() {} } as unknown as Visitor;
    expect(() => visit(module, visitor)).toThrow(UnknownVisitorError);
  });
});
