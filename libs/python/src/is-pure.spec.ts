import { type AnyNode, findAll } from 'libcst-wasm';
import { describe, expect, it } from 'vitest';
import { isPure } from './is-pure.ts';
import { isParsed, parse, type SourceFile } from './parse.ts';

/** The argument of the call of `probe`. */
function probe(text: string): [AnyNode, SourceFile] {
  const file = parse('a.py', text);
  if (!isParsed(file)) throw new Error(file.message);
  const call = findAll(file.tree, 'Call').find(({ func }) => func.type === 'Name' && func.value === 'probe');
  return [call!.args[0]!.value, file];
}

describe('isPure', () => {
  it.each([
    '1',
    '-1.5',
    "'a' 'b'",
    '...',
    'None',
    'True',
    '__debug__',
    '__name__',
    'len',
    'lambda x, y=1: f(x)',
    "[1, (2, 'a'), *[3], {4: f'{5}'}]",
    "{1, 'a'}",
    '{**{1: 2}}',
    'not []',
    'not 1 is 2',
    '1 is not None',
    '1 == "a"',
    '1 < 2',
    '1 + 2',
    '[] and 1',
    '1 if None is None else 2',
    'type(1)',
    'callable(len)',
    'f"a{1}b"',
  ])('%s is pure', (text) => expect(isPure(...probe(`probe(${text})`))).toBe(true));

  it.each([
    'a',
    'a.b',
    'f()',
    'len([])',
    '1 < "a"',
    '1 / 0',
    '2 ** 9',
    '~1.5',
    '"%d" % "a"',
    '{[]: 1}',
    '{f(): 1}',
    '[*a]',
    '[f()]',
    'lambda x=f(): 1',
    'not len',
    '1 in [2]',
    '[x for x in []]',
    '(x for x in [])',
    '(x := 1)',
    'f"{len}"',
    '[1][2]',
    'type("C", (), {})',
    'await 1',
    '(yield)',
    'isinstance(1, int)',
  ])('%s is not', (text) => expect(isPure(...probe(`probe(${text})`))).toBe(false));

  it.each([
    ['import a\nprobe(a.b.c)', true],
    ['import a\nprobe(a == 1 or not a.b and -a)', true],
    ['import a\nprobe(f"{a.b!r:>{a}}")', true],
    ['import a\nprobe(isinstance(a, int))', true],
    ['probe(a.b)', false],
    ['import a\nprobe(a[1])', false],
    ['import a\nprobe(a.b())', false],
    ['import a\nprobe([x for x in a])', false],
  ])('with trust in members: %j', (text, expected) => expect(isPure(...probe(text), 'members')).toBe(expected));

  it.each([
    ['def f(x): probe(x)', true],
    ['def f(x):\n  del x\n  probe(x)', false],
    ['x = 1\nprobe(x)', true],
    ['probe(x)\nx = 1', false],
    ['x: int\nprobe(x)', false],
    ['if y: x = 1\nprobe(x)', false],
    ['if y:\n  x = 1\n  probe(x)', true],
    ['if y:\n  x = 1\nelif z:\n  x = 2\nelse:\n  x = 3\nprobe(x)', true],
    ['try:\n  import x\nexcept E:\n  x = None\nprobe(x)', true],
    ['try:\n  import x\nexcept E:\n  raise\nprobe(x)', true],
    ['try:\n  import x\nexcept E:\n  pass\nprobe(x)', false],
    ['try:\n  import x\nexcept E:\n  probe(x)', false],
    ['for x in y:\n  probe(x)', true],
    ['for x in y: pass\nprobe(x)', false],
    ['with y as x: probe(x)', true],
    ['with y as x: pass\nprobe(x)', true],
    ['with y:\n  x = 1\nprobe(x)', false],
    ['try: pass\nexcept E as x: probe(x)', false],
    ['def f(): probe(x)\nx = 1', true],
    ['def f(): probe(x)\nif y: x = 1', false],
    ['x = 1\ndef f():\n  probe(x)\n  x = 2', false],
    ['class C:\n  x = 1\n  probe(x)', true],
    ['[probe(x) for x in y]', true],
    ['def f():\n  def g(): probe(x)\n  x = 1', true],
    ['x = 1; probe(x)', true],
    ['from os import *\nprobe(open)', false],
    ['def f():\n  global x\n  x = 1\nprobe(x)', false],
  ])('knows whether a name has a value: %j', (text, expected) => expect(isPure(...probe(text))).toBe(expected));
});
