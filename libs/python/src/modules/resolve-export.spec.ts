import { memoryWorkspace } from '@ffsd/workspace';
import { describe, expect, it } from 'vitest';
import { resolveExport } from './resolve-export.ts';

function found(files: Record<string, string>, path: string, name: string): string[] {
  const { definitions, outside, uncertain } = resolveExport(memoryWorkspace(files), path, name);
  return [
    ...definitions.map((one) => {
      if (one.kind === 'module') return `module ${one.module.path ?? one.module.folders.join(' ')}`;
      const { path: at, declaration } = one;
      return `${at} ${files[at]!.slice(declaration.start, declaration.end).split('\n')[0]}`;
    }),
    ...outside.map((one) => `outside ${one.module} ${one.name}`),
    ...uncertain.map(({ code, path: at }) => `${code} ${at}`),
  ];
}

describe('resolveExport', () => {
  const files = {
    'pkg/__init__.py': [
      'from .keys import KEY as RENAMED, Store',
      'from .more import *',
      'from . import keys as whole, sub',
      'import pkg.more',
      'import os.path',
      'from requests import get',
      'from .gone import lost',
      'from .native import fast',
    ].join('\n'),
    'pkg/keys.py': 'KEY = 1\nclass Store: pass\n',
    'pkg/more.py': 'def other(): pass\ndef _hidden(): pass\nfrom .keys import KEY\nfrom .deep import *\n',
    'pkg/deep.py': "__all__ = ['_listed', 'sub_name']\n_listed = 1\nunlisted = 2\nfrom .sub import sub_name\n",
    'pkg/sub/__init__.py': '',
    'pkg/sub/leaf.py': '',
    'pkg/native.pyi': 'def fast() -> int: ...\n',
    'pkg/broken.py': 'def (',
    'pkg/user.py': 'from .broken import x\n',
  };
  it.each<[string, string, string[]]>([
    ['pkg/__init__.py', 'RENAMED', ['pkg/keys.py KEY']],
    ['pkg/__init__.py', 'Store', ['pkg/keys.py class Store: pass']],
    ['pkg/__init__.py', 'other', ['pkg/more.py def other(): pass']],
    ['pkg/__init__.py', 'KEY', ['pkg/keys.py KEY']],
    ['pkg/__init__.py', '_listed', ['no-such-name pkg/__init__.py']],
    ['pkg/more.py', '_listed', ['pkg/deep.py _listed']],
    ['pkg/more.py', 'unlisted', ['no-such-name pkg/more.py']],
    ['pkg/more.py', 'sub_name', ['no-such-name pkg/more.py']],
    ['pkg/__init__.py', '_hidden', ['no-such-name pkg/__init__.py']],
    ['pkg/__init__.py', 'whole', ['module pkg/keys.py']],
    ['pkg/__init__.py', 'sub', ['module pkg/sub/__init__.py']],
    ['pkg/__init__.py', 'more', ['module pkg/more.py']],
    ['pkg/__init__.py', 'pkg', ['module pkg/__init__.py']],
    ['pkg/__init__.py', 'os', ['outside os *']],
    ['pkg/__init__.py', 'get', ['outside requests get']],
    ['pkg/__init__.py', 'lost', ['missing pkg/__init__.py']],
    ['pkg/__init__.py', 'fast', ['pkg/native.pyi def fast() -> int: ...']],
    ['pkg/__init__.py', 'nothing', ['no-such-name pkg/__init__.py']],
    ['pkg/__init__.py', '*', ['module pkg/__init__.py']],
    ['pkg/sub/__init__.py', 'leaf', ['module pkg/sub/leaf.py']],
    ['pkg/user.py', 'x', ['unparsable pkg/broken.py']],
  ])('%s %s', (path, name, expected) => expect(found(files, path, name)).toEqual(expected));

  it('gives both where a handler or a branch decides', () => {
    const compat = {
      'a.py':
        'try:\n  from b import x\nexcept ImportError:\n  x = None\nif TYPE_CHECKING:\n  from c import y\nelse:\n  from requests import y\n',
      'b.py': 'def x(): pass\n',
      'c.py': 'y = 1\n',
    };
    expect(found(compat, 'a.py', 'x')).toEqual(['b.py def x(): pass', 'a.py x']);
    expect(found(compat, 'a.py', 'y')).toEqual(['c.py y', 'outside requests y']);
  });

  it('knows that what comes later hides what came before, also by a star', () => {
    const order = {
      'first.py': 'x = 1\nfrom b import *\n',
      'last.py': 'from b import *\nx = 1\n',
      'two.py': 'from b import *\nfrom c import *\n',
      'b.py': 'x = 2\n',
      'c.py': 'x = 3\n',
    };
    expect(found(order, 'first.py', 'x')).toEqual(['b.py x']);
    expect(found(order, 'last.py', 'x')).toEqual(['last.py x']);
    expect(found(order, 'two.py', 'x')).toEqual(['c.py x']);
  });

  it('is safe in cycles', () => {
    const cycle = {
      'one.py': 'from two import *\nfrom two import x\n',
      'two.py': 'from one import *\nfrom one import x\ny = 1\n',
    };
    expect(found(cycle, 'one.py', 'x')).toEqual(['cycle one.py']);
    expect(found(cycle, 'one.py', 'y')).toEqual(['two.py y']);
    const many = Object.fromEntries(
      Array.from({ length: 30 }, (_, at) => [
        `m${at}.py`,
        Array.from({ length: 30 }, (__, other) => `from m${other} import *`).join('\n'),
      ]),
    );
    expect(found({ ...many, 'm7.py': `${many['m7.py']}\nx = 1\n` }, 'm0.py', 'x')).toEqual(['m7.py x']);
  });

  it('says what it cannot know', () => {
    const open = {
      'star.py': 'from requests import *\nx = 1\nif y:\n  from other import *\n',
      'lazy.py': 'def __getattr__(name): return 1\n',
      'globals.py': 'for n in names: globals()[n] = 1\n',
      'list.py': 'from made import *\n',
      'made.py': '__all__ = f()\nx = 1\n',
    };
    expect(found(open, 'star.py', 'z')).toEqual(['star-from-outside star.py']);
    expect(found(open, 'star.py', 'x')).toEqual(['star.py x', 'star-from-outside star.py']);
    expect(found(open, 'star.py', '_x')).toEqual(['no-such-name star.py']);
    expect(found(open, 'lazy.py', 'x')).toEqual(['module-getattr lazy.py']);
    expect(found(open, 'globals.py', 'x')).toEqual(['dynamic-names globals.py']);
    expect(found(open, 'list.py', 'x')).toEqual(['made.py x', 'unlisted made.py']);
  });

  it('reads the __all__ of others', () => {
    const taken = {
      'pkg/__init__.py': 'from .a import *\n__all__ = a.__all__\n',
      'pkg/a.py': "__all__ = ['_x']\n_x = 1\ny = 2\n",
      'user.py': 'from pkg import *\n',
    };
    expect(found(taken, 'user.py', '_x')).toEqual(['pkg/a.py _x']);
    expect(found(taken, 'user.py', 'y')).toEqual(['no-such-name user.py']);
  });
});
