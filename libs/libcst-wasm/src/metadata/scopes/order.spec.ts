import { describe, expect, it } from 'vitest';
import { uses } from './uses.ts';

describe('the order of the text', () => {
  it('lets a name see what its scope bound before', () => {
    expect(uses('x = 1\nx\nx = 2\nx', 'x')).toEqual(['2: variable 1', '4: variable 1, variable 3']);
  });

  it('lets a name see all branches', () => {
    const source = 'if a:\n  import x\nelif b:\n  x = None\nelse:\n  def x(): pass\nx';
    expect(uses(source, 'x')).toEqual(['7: import 2, variable 4, function 6']);
  });

  it('evaluates the value before the target', () => {
    expect(uses('x = 1\nx = x', 'x')).toEqual(['2: variable 1']);
    expect(uses('x = 1\nfor x in x: pass', 'x')).toEqual(['2: variable 1']);
    expect(uses('x = 1\nx: int = x', 'x')).toEqual(['2: variable 1']);
    expect(uses('x = 1\n(x := x + 1)', 'x')).toEqual(['2: variable 1']);
    expect(uses('x = 1\nwith x as x: pass', 'x')).toEqual(['2: variable 1']);
    expect(uses('x = 1\nwith a as x, x: pass', 'x')).toEqual(['2: variable 1, variable 2']);
    expect(uses('x = 1\n@x\ndef x(a=x): pass', 'x')).toEqual(['2: variable 1', '3: variable 1']);
    expect(uses('x = 1\nclass x(x): pass', 'x')).toEqual(['2: variable 1']);
  });

  it('goes round in a loop', () => {
    expect(uses('while x:\n  x\n  x = 1\nx = 2', 'x')).toEqual(['1: variable 3', '2: variable 3']);
    expect(uses('for a in b:\n  for c in x:\n    pass\n  x = 1', 'x')).toEqual(['2: variable 4']);
    expect(uses('x = 0\nfor a in x:\n  x = 1\nelse:\n  x', 'x')).toEqual([
      '2: variable 1',
      '5: variable 1, variable 3',
    ]);
  });

  it('does not hold for another scope', () => {
    expect(uses('def f():\n  return x\nx = 1\nx = 2', 'x')).toEqual(['2: variable 3, variable 4']);
    expect(uses('def f():\n  for _ in a:\n    y = lambda: x\n  x = 1', 'x')).toEqual(['3: variable 4']);
  });

  it('leaves the builtin to a module that binds its name later', () => {
    expect(uses('input = input\ninput', 'input')).toEqual(['1: builtin', '2: variable 1']);
  });

  it('takes any assignment rather than none', () => {
    expect(uses('try:\n  cache\nexcept NameError:\n  cache = {}', 'cache')).toEqual(['2: variable 4']);
  });

  it('lets names that were deleted be those of outer scopes again', () => {
    expect(uses('id = 1\ndel id\nid', 'id')).toEqual(['2: variable 1, builtin', '3: variable 1, builtin']);
    expect(uses('try: pass\nexcept E as id: pass\nid', 'id')).toEqual(['3: exception 2, builtin']);
    expect(uses('x = 0\nclass C:\n  x = 1\n  del x\n  x', 'x')).toEqual([
      '4: variable 3, variable 1',
      '5: variable 3, variable 1',
    ]);
  });
});
