import { memoryWorkspace } from '@ffsd/workspace';
import { describe, expect, it } from 'vitest';
import { referencesTo } from './references-to.ts';

function kinds(files: Record<string, string>, name = 'Store.get', path = 'pkg/a.py'): string[] | undefined {
  const all = { 'pkg/__init__.py': '', ...files };
  return referencesTo(memoryWorkspace(all), path, name)?.map(({ path: at, offset, kind, code }) => {
    const text = (all as Record<string, string>)[at]!;
    const line = text
      .slice(text.lastIndexOf('\n', offset) + 1)
      .split('\n', 1)[0]!
      .trim();
    return `${at} ${code ?? kind}: ${line}`;
  });
}
const store = { 'pkg/a.py': 'class Store:\n  def get(self): pass\n' };

describe('referencesTo a member of a class', () => {
  it('knows self, cls, the class, an object of it and super()', () => {
    expect(
      kinds({
        'pkg/a.py':
          'class Store:\n  def get(self): pass\n  def b(self): self.get()\n  @classmethod\n  def c(cls): cls.get\n  alias = get\n',
        'b.py':
          'from pkg.a import Store\nStore.get\nStore().get()\ns = Store()\ns.get()\nclass Sub(Store):\n  def d(self):\n    super().get()\n    self.get()\n',
        'c.py': 'from pkg import a\ndef f(x: a.Store): x.get()\ny: a.Store = make()\ny.get\n',
      }),
    ).toEqual([
      'b.py read: Store.get',
      'b.py call: Store().get()',
      'b.py call: s.get()',
      'b.py call: super().get()',
      'b.py call: self.get()',
      'c.py call: def f(x: a.Store): x.get()',
      'c.py read: y.get',
      'pkg/a.py call: def b(self): self.get()',
      'pkg/a.py read: def c(cls): cls.get',
      'pkg/a.py read: alias = get',
    ]);
  });

  it('leaves out what is certainly something else', () => {
    expect(
      kinds({
        ...store,
        'b.py':
          'class Other:\n  def get(self): self.get()\nOther().get()\n{}.get(1)\n"".get\nimport requests\nrequests.get()\nimport pkg.a\npkg.a.get\n',
        'c.py': 'class Child(dict):\n  def f(self): self.get(1); super().get(2)\n',
      }),
    ).toEqual([]);
  });

  it('names what nobody can tell', () => {
    expect(
      kinds({
        ...store,
        'b.py': "def f(x): x.get()\nself.a.get()\ngetattr(x, 'get')\nclass C(make()):\n  def g(self): self.get()\n",
        'c.py': 'def (get',
      }),
    ).toEqual([
      'b.py unknown-receiver: def f(x): x.get()',
      'b.py unknown-receiver: self.a.get()',
      'b.py unknown-receiver: def g(self): self.get()',
      'c.py unparsable: def (get',
    ]);
  });

  it('finds overrides, and the calls of a base that may end here', () => {
    expect(
      kinds({
        'pkg/base.py': 'class Base:\n  def run(self): self.get()\n  def get(self): pass\n',
        'pkg/a.py': 'from .base import Base\nclass Store(Base):\n  def get(self): return super().get()\n',
        'b.py': 'from pkg.a import Store\nclass Sub(Store):\n  get = None\n',
      }),
    ).toEqual(['b.py override: get = None', 'pkg/base.py unknown-receiver: def run(self): self.get()']);
  });

  it('finds it in strings, and in classes of classes', () => {
    expect(
      kinds({ ...store, 't.py': "patch('pkg.a.Store.get'); patch.object(Store, 'get')\nfrom pkg.a import Store\n" }),
    ).toEqual([
      "t.py string: patch('pkg.a.Store.get'); patch.object(Store, 'get')",
      "t.py string: patch('pkg.a.Store.get'); patch.object(Store, 'get')",
    ]);
    expect(kinds({ 'pkg/a.py': 'class A:\n  class B:\n    x = 1\n    y = x\n' }, 'A.B.x')).toEqual([
      'pkg/a.py read: y = x',
    ]);
  });

  it('knows when there is no such member', () => {
    expect(kinds(store, 'Store.put')).toBeUndefined();
    expect(kinds(store, 'Shop.get')).toBeUndefined();
  });
});
