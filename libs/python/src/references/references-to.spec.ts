import { memoryWorkspace } from '@ffsd/workspace';
import { describe, expect, it } from 'vitest';
import { importersOf, specifiersIn } from './importers-of.ts';
import { occurrences } from './occurrences.ts';
import { referencesTo } from './references-to.ts';

function found(files: Record<string, string>, path: string, name: string): string[] | undefined {
  return referencesTo(memoryWorkspace(files), path, name)?.map(({ path: at, offset, kind, code }) => {
    const word = /^["']?([\w.]+)/.exec(files[at]!.slice(offset))?.[1] ?? '';
    return `${at}:${offset} ${kind}${code ? ` ${code}` : ''} ${word}`;
  });
}
const kinds = (files: Record<string, string>, path = 'pkg/a.py', name = 'flag') =>
  found(files, path, name)?.map((line) => line.replace(/:\d+/, ''));
const init = { 'pkg/__init__.py': '' };

describe('referencesTo', () => {
  it('finds the uses in its own file and in files that import it', () => {
    expect(
      found(
        {
          ...init,
          'pkg/a.py': "flag = 1\nflag = 2\nprint(flag)\n__all__ = ['flag']\ndef f():\n  global flag\n  flag += 1\n",
          'b.py': 'from pkg.a import flag\nflag()\nx: flag = 1\n',
          'c.py': 'from elsewhere import flag\nflag()\n',
          'd.py': 'flag = 1\nprint(flag)\n',
        },
        'pkg/a.py',
        'flag',
      ),
    ).toEqual([
      'b.py:18 import flag',
      'b.py:23 call flag',
      'b.py:33 type flag',
      'pkg/a.py:9 write flag',
      'pkg/a.py:24 read flag',
      'pkg/a.py:41 export flag',
      'pkg/a.py:74 write flag',
    ]);
  });

  it('follows aliases, re-exports and stars, relative and absolute', () => {
    expect(
      kinds({
        'pkg/__init__.py': "from .a import flag as switched\n__all__ = ['switched']\n",
        'pkg/a.py': 'flag = 1\n',
        'pkg/star.py': 'from .a import *\nprint(flag)\n',
        'pkg/sub/__init__.py': 'from ..star import *\n',
        'pkg/sub/b.py': 'from . import flag\nflag.x\n',
        'user.py': 'from pkg import switched as mine\nmine\n',
        'other.py': 'from pkg import other as mine\nmine\n',
        'all.py': 'from pkg import *\nswitched()\n',
      }),
    ).toEqual([
      'all.py call switched',
      'pkg/__init__.py import flag',
      'pkg/__init__.py export switched',
      'pkg/star.py read flag',
      'pkg/sub/b.py import flag',
      'pkg/sub/b.py read flag.x',
      'user.py import switched',
      'user.py read mine',
    ]);
  });

  it('finds members of modules', () => {
    expect(
      kinds({
        ...init,
        'pkg/a.py': 'flag = 1\nother = 2\n',
        'b.py': 'import pkg.a\npkg.a.flag()\npkg.a.other\npkg.a.flag = 2\n',
        'c.py': 'import pkg.a as m\nm.flag\ndel m.flag\n(m.flag, x) = 1, 2\n',
        'd.py': 'from pkg import a\na.flag.x\n@a.flag\ndef f(): pass\n',
        'e.py': 'import pkg\npkg.a.flag\ndef f(pkg):\n  pkg.a.flag\n',
        'f.py': "from pkg import a\ngetattr(a, 'flag')\nsetattr(a, 'other', 1)\nmonkeypatch.setattr(a, 'flag', 1)\n",
        'g.py': 'from pkg import a\nf(a)\nx = a\nreload(a) # flag\n',
        'h.py': "a = importlib.import_module('pkg.a')\na.flag\n",
        'pkg/i.py': 'from . import a\na.flag\n',
      }),
    ).toEqual([
      'b.py call flag',
      'b.py write flag',
      'c.py read flag',
      'c.py delete flag',
      'c.py write flag',
      'd.py read flag.x',
      'd.py call flag',
      'e.py read flag',
      'e.py textual unknown-receiver flag',
      'f.py string flag',
      'f.py string flag',
      'g.py textual module-handed-on a',
      'g.py textual module-handed-on a',
      'h.py read flag',
      'pkg/i.py read flag',
    ]);
  });

  it('finds what names it in strings and in configuration', () => {
    expect(
      kinds({
        ...init,
        'pkg/a.py': 'def flag(): pass\n',
        'tests/test_a.py': "@patch('pkg.a.flag')\ndef t(): patch('pkg.b.flag'); patch('flag'); patch('pkg.a.flag.x')\n",
        'pyproject.toml': '[project.scripts]\nflag = "pkg.a:flag"\nother = "pkg.b:flag"\n',
        'docs.md': 'flag pkg.a.flag',
        'settings.yaml': 'handler: pkg.a.flag\n',
      }),
    ).toEqual([
      'pyproject.toml string flag',
      'settings.yaml string flag',
      'tests/test_a.py string flag',
      'tests/test_a.py string flag.x',
    ]);
  });

  it('finds annotations, also those that are strings', () => {
    expect(
      kinds({
        ...init,
        'pkg/a.py': "class flag: pass\ndef f(x: flag) -> 'list[flag]': pass\n",
        'b.py': "from __future__ import annotations\nif TYPE_CHECKING:\n  from pkg.a import flag\ny: 'flag'\n",
      }),
    ).toEqual(['b.py import flag', 'b.py type flag', 'pkg/a.py type flag', 'pkg/a.py type flag']);
  });

  it('follows both ways of an import with a fallback', () => {
    const files = {
      ...init,
      'pkg/a.py': 'def flag(): pass\n',
      'pkg/compat.py': 'try:\n  from .a import flag\nexcept ImportError:\n  flag = None\n',
      'b.py': 'from pkg.compat import flag\nflag()\n',
    };
    expect(kinds(files)).toEqual(['b.py import flag', 'b.py call flag', 'pkg/compat.py import flag']);
    expect(kinds(files, 'pkg/compat.py')).toEqual(['b.py import flag', 'b.py call flag', 'pkg/compat.py write flag']);
  });

  it('leaves open what no text decides', () => {
    expect(
      kinds({
        ...init,
        'pkg/a.py': 'def flag(): pass\n',
        'b.py': 'def f(x):\n  x.flag\n  self.flag\n  "".flag\n  make().flag\n  getattr(x, "flag")\n',
        'broken.py': 'def flag(\n',
        'n.ipynb': '{"source": ["flag()"]}',
        'hidden/third/pkg/__init__.py': '',
        'hidden/third/pkg/a.py': '',
        'lazy/__init__.py': 'def __getattr__(name): return 1\n',
        'c.py': 'from lazy import flag\n',
      }),
    ).toEqual([
      'b.py textual unknown-receiver flag',
      'b.py textual unknown-receiver flag',
      'b.py textual unknown-receiver flag',
      'broken.py textual unparsable flag',
      'c.py textual uncertain-import flag',
      'n.ipynb textual no-tree flag',
    ]);
  });

  it('names an import that may mean one of several projects', () => {
    const files = {
      'one/setup.py': '',
      'one/shared/__init__.py': 'flag = 1\n',
      'two/setup.py': '',
      'two/shared/__init__.py': 'flag = 1\n',
      'app/setup.py': '',
      'app/main.py': 'from shared import flag\n',
    };
    expect(kinds(files, 'one/shared/__init__.py')).toEqual(['app/main.py textual uncertain-import flag']);
  });

  it('finds a module', () => {
    expect(
      kinds(
        { ...init, 'pkg/a.py': '', 'b.py': 'from pkg import a\na.x\n', 'c.py': 'import pkg.a\npkg.a.x\n' },
        'pkg/__init__.py',
        'a',
      ),
    ).toEqual(['b.py import a', 'b.py read a.x', 'c.py read a.x']);
  });

  it('knows when there is no such name', () => {
    expect(kinds({ ...init, 'pkg/a.py': 'x = 1\n' })).toBeUndefined();
  });

  it('parses no file without the name', () => {
    const files = {
      ...init,
      'pkg/a.py': 'flag = 1\n',
      'b.py': 'import pkg.a\nprint(pkg.a)\n',
      'c.py': 'from pkg.a import flag\n',
    };
    const workspace = memoryWorkspace(files);
    const read: string[] = [];
    const reading = (path: string) => {
      read.push(path);
      return workspace.read(path);
    };
    referencesTo({ ...workspace, read: reading }, 'pkg/a.py', 'flag');
    expect(read).not.toContain('b.py');
  });
});

describe('importersOf', () => {
  it('finds every file that names a module', () => {
    const workspace = memoryWorkspace({
      'pkg/__init__.py': '',
      'pkg/a.py': '',
      'pkg/b.py': 'from . import (  # why\n  a,\n  c as d,\n)\n',
      'one.py': 'import os, pkg.a as x\n',
      'two.py': 'def f():\n  from pkg.a import y\n',
      'three.py': "patch('pkg.a.y')\n",
      'four.py': 'import other.pkg\nfrom a import pkg\n',
      'five.py': 'import pkg\n',
      'six.py': 'import \\\n  pkg.a\n',
    });
    expect(importersOf(workspace, 'pkg/a.py')).toEqual(['one.py', 'pkg/b.py', 'six.py', 'three.py', 'two.py']);
    expect(importersOf(workspace, 'pkg/__init__.py')).toEqual([
      'five.py',
      'one.py',
      'pkg/b.py',
      'six.py',
      'three.py',
      'two.py',
    ]);
  });

  it.each<[string, string[]]>([
    ['import a.b.c', ['a.b.c', 'a.b', 'a']],
    ['from ..a.b import c', ['..a.b', '..a', '..a.b.c']],
    ['from . import a as b', ['.', '.a']],
    ['from .. \\\n  import a', ['..', '..a']],
    ['x = "a.b"', ['a.b', 'a']],
  ])('%j', (text, expected) => expect([...specifiersIn(text)]).toEqual(expect.arrayContaining(expected)));
});

describe('occurrences', () => {
  const at = (text: string, word: string) =>
    occurrences(memoryWorkspace({ 'a.txt': text }), word).map(({ offset }) => offset);
  it.each([
    ['is_on is_online xis_on is_on', 'is_on', [0, 23]],
    ['"new-checkout" new-checkout-v2 my-new-checkout', 'new-checkout', [1]],
    ['a-b a', 'a', [0, 4]],
    ['$a a', 'a', [1, 3]],
    ['flags.on flagsXon', 'flags.on', [0]],
    ['ébon bon', 'bon', [5]],
    ['', '', []],
  ])('%j, %j', (text, word, expected) => expect(at(text, word)).toEqual(expected));
});
