import { describe, expect, it } from 'vitest';
import { uses } from './uses.ts';

describe('functions', () => {
  it('see their parameters, whatever their kind', () => {
    const source = 'def f(a, /, b, *c, d, **e):\n  return [a,\n    b,\n    c,\n    d,\n    e]\na';
    expect(uses(source, 'a')).toEqual(['2: parameter 1', '7: nothing']);
    for (const [index, name] of ['b', 'c', 'd', 'e'].entries()) {
      expect(uses(source, name)).toEqual([`${index + 3}: parameter 1`]);
    }
  });

  it('have defaults, decorators and annotations that are evaluated outside', () => {
    const source = 'x = 0\n@x\ndef f(x: x = x,\n  y=x) -> x:\n  return x';
    expect(uses(source, 'x')).toEqual([
      '2: variable 1',
      '3: variable 1',
      '3: variable 1',
      '4: variable 1',
      '4: variable 1',
      '5: parameter 3',
    ]);
  });

  it('see what functions around them bind, later too', () => {
    expect(uses('def f():\n  def g():\n    return x\n  x = 1\n  return g', 'x')).toEqual(['3: variable 4']);
  });

  it('see the module below what hides it', () => {
    const source = 'x = 1\ndef f():\n  x = 2\n  def g():\n    return x\ndef h():\n  return x';
    expect(uses(source, 'x')).toEqual(['5: variable 3', '7: variable 1']);
  });

  it('are bound where they are defined, and see themselves', () => {
    expect(uses('def f():\n  return f', 'f')).toEqual(['2: function 1']);
  });

  it('may be lambdas', () => {
    const source = 'a = 0\nf = lambda a, b=a: (\n  a, b)\na';
    expect(uses(source, 'a')).toEqual(['2: variable 1', '3: parameter 2', '4: variable 1']);
    expect(uses(source, 'b')).toEqual(['3: parameter 2']);
  });

  it('have local names that are no builtins even before they are bound', () => {
    expect(uses('def f():\n  print(max)\n  max = 1', 'max')).toEqual(['2: variable 3']);
  });

  it('do not read keywords, attributes and modules that are named alike', () => {
    const source = 'from k import a as b\nimport k.a\nf(a=1).a\nmatch f:\n  case C(a=_): pass';
    expect(uses(source, 'a')).toEqual([]);
  });
});
