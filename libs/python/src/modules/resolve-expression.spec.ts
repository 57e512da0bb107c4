import { memoryWorkspace } from '@ffsd/workspace';
import { findAll } from 'libcst-wasm';
import { describe, expect, it } from 'vitest';
import { parsedFile } from './parsed-file.ts';
import { resolveExpression } from './resolve-expression.ts';

const files = {
  'pkg/__init__.py': '',
  'pkg/keys.py': "KEY = 'a'\nclass Keys: A = 'a'\n",
  'pkg/all.py': 'from .keys import *\n',
};

/** What the argument of `probe` stands for. */
function found(text: string): string | undefined {
  const workspace = memoryWorkspace({ ...files, 'main.py': text });
  const file = parsedFile(workspace, 'main.py')!;
  const call = findAll(file.tree, 'Call').find(({ func }) => func.type === 'Name' && func.value === 'probe')!;
  const resolution = resolveExpression(workspace, file, call.args[0]!.value);
  if (!resolution) return undefined;
  const { definitions, outside, uncertain } = resolution;
  return [
    ...definitions.map((one) =>
      one.kind === 'name' ? `${one.path} ${one.binding.name}` : `module ${one.module.path}`,
    ),
    ...outside.map(({ module, name }) => `outside ${module} ${name}`),
    ...uncertain.map(({ code }) => code),
  ].join(', ');
}

describe('resolveExpression', () => {
  it.each<[string, string | undefined]>([
    ['from pkg.keys import KEY\nprobe(KEY)', 'pkg/keys.py KEY'],
    ['from pkg import keys\nprobe(keys.KEY)', 'pkg/keys.py KEY'],
    ['import pkg.keys\nprobe(pkg.keys.KEY)', 'pkg/keys.py KEY'],
    ['import pkg.keys as k\nprobe(k)', 'module pkg/keys.py'],
    ['from pkg.all import *\nprobe(KEY)', 'pkg/keys.py KEY'],
    ['def f():\n  from pkg.keys import KEY\n  probe(KEY)', 'pkg/keys.py KEY'],
    ['def f():\n  import pkg.keys as k\n  probe(k.KEY)', 'pkg/keys.py KEY'],
    ['X = 1\ndef f(): probe(X)', 'main.py X'],
    ['import requests\nprobe(requests.get)', 'outside requests get'],
    ['from a import b\nprobe(b.c.d)', 'outside a b.c.d'],
    ['import pkg.keys\nprobe(pkg.keys.NONE)', 'no-such-name'],
    ['from pkg.keys import Keys\nprobe(Keys.A)', undefined],
    ['def f(x): probe(x)', undefined],
    ['def f(x): probe(x.y)', undefined],
    ['probe(len)', undefined],
    ['probe(f())', undefined],
  ])('%j', (text, expected) => expect(found(text)).toBe(expected));
});
