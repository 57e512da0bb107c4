import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { findAll } from './find-all.ts';
import * as n from './generated/nodes.ts';
import { parseModule } from './parse-module.ts';

describe('a parsed node', () => {
  const source = "# é𝄞\nclass A(B):\n    def f(self): return ('𝄞', x)  # why\n";
  const module = parseModule(source);

  it('is the same object each time', () => {
    const [definition] = module.body as n.ClassDef[];
    expect(module.body[0]).toBe(definition);
    expect(module.children()).toContain(definition);
    expect(definition!.bases[0]!.parent).toBe(definition);
    expect(definition!.parent).toBe(module);
    expect(definition!.whitespaceAfterName).toBe(definition!.whitespaceAfterName);
    expect(module.parent).toBeNull();
  });

  it('is of the class of its name', () => {
    const [definition] = module.body;
    expect(definition).toBeInstanceOf(n.ClassDef);
    expect(definition!.type).toBe('ClassDef');
  });

  it('has offsets in UTF-16 code units', () => {
    const [name] = findAll(module, 'Name').filter(({ value }) => value === 'x');
    expect(source.slice(name!.start, name!.end)).toBe('x');
    const [tuple] = findAll(module, 'Tuple');
    expect(source.slice(tuple!.start, tuple!.end)).toBe("'𝄞', x");
    expect(source.slice(tuple!.fullStart, tuple!.fullEnd)).toBe("('𝄞', x)");
    expect(tuple!.code).toBe("('𝄞', x)");
  });

  it('has its children in the order of the text', () => {
    const [arg] = findAll(parseModule('f(*a, k = 1)\n'), 'Arg').slice(1);
    expect(arg!.children().map(({ type }) => type)).toEqual(['Name', 'AssignEqual', 'Integer']);
  });

  it('makes no nodes but those that were asked for', () => {
    const large = parseModule(`${'f(a, b, c)\n'.repeat(1000)}`);
    expect(findAll(large, 'Call')).toHaveLength(1000);
    const made = large.tree!.nodes.filter(() => true).length;
    expect(made).toBeLessThan(1010);
    expect(large.tree!.rowCount).toBeGreaterThan(10_000);
  });
});

describe('a built node', () => {
  it('has its children in the order of the text', () => {
    const call = n.Call.create({
      args: [n.Arg.create({ value: n.Name.create({ value: 'x' }) })],
      func: n.Name.create({ value: 'f' }),
      lpar: [n.LeftParen.create()],
      rpar: [n.RightParen.create()],
    });
    expect(call.children().map(({ type }) => type)).toEqual(['LeftParen', 'Name', 'Arg', 'RightParen']);
  });
});

describe('what is shown of a node', () => {
  const [call] = findAll(parseModule('f(x)\n'), 'Call');

  it('on the console: type and text', () => {
    expect(inspect(call)).toBe('Call "f(x)"');
    expect(inspect(n.SimpleString.create({ value: `"${'a'.repeat(200)}"` })).length).toBeLessThan(130);
  });

  it('as data: type and fields', () => {
    expect(JSON.parse(JSON.stringify(call))).toMatchObject({
      type: 'Call',
      func: { type: 'Name', value: 'f' },
      args: [{ type: 'Arg', value: { type: 'Name', value: 'x' }, comma: null }],
    });
  });
});
