import { describe, expect, it } from 'vitest';
import { uses } from './uses.ts';

describe('comprehensions', () => {
  it('keep their targets to themselves', () => {
    const source = 'y = [x\n  for x in z\n  if x]\nx';
    expect(uses(source, 'x')).toEqual(['1: variable 2', '3: variable 2', '4: nothing']);
  });

  it('evaluate the first iterable outside and the others inside', () => {
    const source = 'x = []\ny = [x for x in\n  x for z in\n  x]';
    expect(uses(source, 'x')).toEqual(['2: variable 2', '3: variable 1', '4: variable 2']);
  });

  it.each(['{x for x in y}', '{x: x for x in y}', '(x for x in y)', '{**x for x in y}'])(
    'are all alike: %s',
    (comprehension) => {
      for (const use of uses(`x = 0\n(\n${comprehension})`, 'x')) expect(use).toBe('3: variable 3');
    },
  );

  it('nest', () => {
    const source = 'x = 1\n[[x for y in z] for\n x in z]\n[y for y in [\n x for x in z]]';
    expect(uses(source, 'x')).toEqual(['2: variable 3', '5: variable 5']);
  });

  it('bind with := in the function around all of them', () => {
    const source = 'def f(y):\n  [[(x := a) for a in b] for b in y]\n  return x\nx';
    expect(uses(source, 'x')).toEqual(['3: variable 2', '4: nothing']);
  });

  it('bind with := in the module or in a lambda', () => {
    expect(uses('[(x := a) for a in b]\nx', 'x')).toEqual(['2: variable 1']);
    expect(uses('lambda: ([(x := a) for a in b],\n x)\nx', 'x')).toEqual(['2: variable 1', '3: nothing']);
  });

  it('honour global and nonlocal of the function for :=', () => {
    expect(uses('def f(y):\n  global x\n  [x := a for a in y]\nx', 'x')).toEqual(['4: variable 3']);
    expect(uses('def f(y):\n  x = 0\n  def g():\n    nonlocal x\n    [x := a for a in y]\n  return x', 'x')).toEqual([
      '6: variable 2, variable 5',
    ]);
  });

  it('read the name that := bound', () => {
    expect(uses('def f(y):\n  return [\n   x for a in y if (x := a)]', 'x')).toEqual(['3: variable 3']);
  });
});
