import { describe, expect, it } from 'vitest';
import { type AnyNode, Await, type BaseExpression, Expr, Name, SimpleStatementLine } from './generated/nodes.ts';
import { parseModule } from './parse-module.ts';
import { skip, stop, walk } from './walk.ts';

const source = 'def f(a, *b):  # why\n    return a + b\n\nprint(f(1, 2))\n';

const typesIn = (node: AnyNode): string[] => {
  const types: string[] = [];
  walk(node, ({ type }) => {
    types.push(type);
  });
  return types;
};

/** What a walk is, written as plainly as can be. */
const plainly = (node: AnyNode): AnyNode[] => [node, ...node.children().flatMap(plainly)];

describe('walk', () => {
  it('visits parents before children in the order of the text', () => {
    expect(typesIn(parseModule('f(x)\n'))).toEqual(
      'Module SimpleStatementLine Expr Call Name Arg Name TrailingWhitespace Newline'.split(' '),
    );
  });

  it('visits what children() of children() gives', () => {
    const module = parseModule(source);
    const walked: AnyNode[] = [];
    walk(module, (node) => {
      walked.push(node);
    });
    expect(walked).toEqual(plainly(module));
    expect(walked.every((node, index) => node === plainly(module)[index])).toBe(true);
  });

  it('begins at the node that is given and stays below it', () => {
    const module = parseModule(source);
    expect(typesIn(module.body[1]!)).toEqual(plainly(module.body[1]!).map(({ type }) => type));
  });

  it('leaves out what is below a node that is skipped, and goes on behind it', () => {
    const names: string[] = [];
    walk(parseModule(source), (node) => {
      if (node.type === 'Name') names.push(node.value);
      return node.type === 'FunctionDef' ? skip : undefined;
    });
    expect(names).toEqual(['print', 'f']);
    const types: string[] = [];
    walk(parseModule('f(a)(b)\n'), ({ type }) => {
      types.push(type);
      return type === 'Arg' || type === 'Name' ? skip : undefined;
    });
    expect(types.join(' ')).toBe('Module SimpleStatementLine Expr Call Call Name Arg Arg TrailingWhitespace Newline');
  });

  it('ends where it is told to', () => {
    const names: string[] = [];
    walk(parseModule(source), (node) => {
      if (node.type !== 'Name') return undefined;
      names.push(node.value);
      return node.value === 'a' ? stop : undefined;
    });
    expect(names).toEqual(['f', 'a']);
  });

  it('visits built nodes and the parsed nodes in them', () => {
    const module = parseModule(source);
    const built = module.with({ body: [...module.body, line(Name.create({ value: 'end' }))] });
    expect(typesIn(built)).toEqual(plainly(built).map(({ type }) => type));
    const names: string[] = [];
    walk(built, (node) => {
      if (node.type === 'Name') names.push(node.value);
      return node.type === 'FunctionDef' ? skip : node.type === 'Call' ? stop : undefined;
    });
    expect(names).toEqual([]);
  });

  it('iterates over the same nodes without a function', () => {
    const module = parseModule(source);
    const built = module.with({ body: [line(Name.create({ value: 'end' })), ...module.body] });
    for (const node of [module, module.body[0]!, built]) {
      expect([...walk(node)].every((found, index) => found === plainly(node)[index])).toBe(true);
      expect([...walk(node)]).toHaveLength(plainly(node).length);
    }
  });

  it('does not run out of stack on deep trees', () => {
    let deep: BaseExpression = Name.create({ value: 'x' });
    for (let depth = 0; depth < 50_000; depth++) deep = Await.create({ expression: deep });
    expect(typesIn(deep).filter((type) => type === 'Name')).toHaveLength(1);
    expect([...walk(deep)].at(-1)?.type).toBe('Name');
  });
});

const line = (value: Name): SimpleStatementLine => SimpleStatementLine.create({ body: [Expr.create({ value })] });
