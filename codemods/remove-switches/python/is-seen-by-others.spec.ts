import type { SourceFile } from '@ffsd/python';
import { parse } from '@ffsd/python';
import { memoryWorkspace } from '@ffsd/workspace';
import { describe, expect, it } from 'vitest';
import { isPassedOn } from './is-seen-by-others.ts';

const base = {
  'shop/__init__.py': '',
  'shop/flags.py': 'def is_on(key):\n    return True\n',
  'shop/tasks.py': 'from shop.flags import is_on\n\n\ndef task():\n    return is_on("a")\n',
};

function taken(others: Record<string, string>): boolean {
  const files = { ...base, ...others };
  const file = parse('shop/tasks.py', files['shop/tasks.py']) as SourceFile;
  return isPassedOn(memoryWorkspace(files), file, 'is_on');
}

describe('isPassedOn', () => {
  it.each([
    ['nobody', {}],
    ['who imports from where it is defined', { 'shop/a.py': 'from shop.flags import is_on\n\nis_on("b")\n' }],
    [
      'who imports something else from here',
      { 'shop/a.py': 'from shop.flags import is_on\nfrom shop.tasks import task\n\nis_on(task)\n' },
    ],
    ['a string that names the definition', { 'shop/a.py': 'patch("shop.flags.is_on")\n' }],
  ])('does not count %s', (_, others) => expect(taken(others)).toBe(false));

  it.each<[string, Record<string, string>]>([
    ['an import from here', { 'shop/a.py': 'from shop.tasks import is_on\n' }],
    ['an import with another name', { 'shop/a.py': 'from .tasks import is_on as on\n' }],
    ['a star import', { 'shop/a.py': 'from .tasks import *\n' }],
    [
      'a star import that is passed on without a word',
      { 'shop/api.py': 'from .tasks import *\n', 'shop/user.py': 'from shop.api import is_on\n' },
    ],
    [
      'a set-up of tests',
      { 'shop/test_a.py': 'from shop import tasks\n\nmonkeypatch.setattr(tasks, "is_on", None)\n' },
    ],
    ['a member of the module', { 'shop/a.py': 'from shop import tasks\n\ntasks.is_on("b")\n' }],
    ['a string', { 'shop/test_a.py': 'patch("shop.tasks.is_on")\n' }],
    [
      'a method of mocks with a name of its own',
      { 'shop/test_a.py': 'import shop.tasks\n\npatch.object(shop.tasks, "is_on")\n' },
    ],
  ])('counts %s', (_, others) => expect(taken(others)).toBe(true));
});
