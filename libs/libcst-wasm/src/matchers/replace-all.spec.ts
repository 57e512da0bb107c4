import { describe, expect, it } from 'vitest';
import { InvalidReplacementError } from '../errors/invalid-replacement-error.ts';
import { Arg, Call, Name } from '../generated/nodes.ts';
import { parseModule } from '../parse-module.ts';
import { remove } from '../replacement.ts';
import { m } from './m.ts';
import { replaceAll } from './replace-all.ts';

describe('replaceAll', () => {
  it('puts a node in the place of each that matches', () => {
    const module = parseModule('x = a + b.a  # a\n');
    expect(replaceAll(module, m.Name('a'), Name.create({ value: 'c' })).code).toBe('x = c + b.c  # a\n');
    expect(replaceAll(module, m.Name('y'), remove)).toBe(module);
  });

  it('takes nodes out, and puts several in the place of one', () => {
    const module = parseModule('f(a, b=1, *c)\n');
    expect(replaceAll(module, m.Arg({ keyword: m.Name() }), remove).code).toBe('f(a, *c)\n');
    const twice = replaceAll(module, m.Arg({ keyword: m.Name() }), (arg) => [arg, arg]);
    expect(twice.code).toBe('f(a, b=1, b=1, *c)\n');
    expect(() => replaceAll(module, m.Call(), remove)).toThrow(InvalidReplacementError);
  });

  it('gives a function what was saved, with the replacements below', () => {
    const swap = m.Call({
      func: m.save('f', m.Name('swap')),
      args: [m.Arg(m.save('a')), m.Arg(m.save('b'))],
    });
    const swapped = replaceAll(parseModule('swap(1, g(swap(x, y)))\n'), swap, (call, { a, b }) =>
      call.with({ args: [Arg.create({ value: b }), Arg.create({ value: a })] }),
    );
    expect(swapped.code).toBe('swap(g(swap(y, x)), 1)\n');
  });

  it('does not match what saves a part that was replaced itself', () => {
    const not = m.UnaryOperation({ operator: m.Not(), expression: m.save('it', m.UnaryOperation()) });
    const once = replaceAll(parseModule('not not not x\n'), not, (_, { it }) => it.expression);
    expect(once.code).toBe('not x\n');
    const inner = replaceAll(parseModule('f(f(x))\n'), m.Call({ args: [m.Arg(m.save('x'))] }), () =>
      Call.create({ func: Name.create({ value: 'g' }) }),
    );
    expect(inner.code).toBe('f(g())\n');
  });
});
