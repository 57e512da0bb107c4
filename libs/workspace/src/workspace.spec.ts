import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createTreeWithEmptyWorkspace } from '@nx/devkit/testing';
import { afterAll, describe, expect, it } from 'vitest';
import { diskWorkspace } from './disk-workspace.ts';
import { memoryWorkspace, type WorkspaceOptions } from './memory-workspace.ts';
import { treeWorkspace } from './tree-workspace.ts';
import type { Workspace } from './workspace.ts';

type Files = Record<string, string | Uint8Array>;

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function folderWith(files: Files): string {
  const folder = mkdtempSync(join(tmpdir(), 'ffsd-workspace-'));
  folders.push(folder);
  for (const [path, content] of Object.entries(files)) put(folder, path, content);
  return folder;
}
function put(folder: string, path: string, content: string | Uint8Array) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}
function repositoryWith(files: Files): string {
  const folder = folderWith(files);
  const git = (...args: string[]) => execFileSync('git', args, { cwd: folder });
  git('init', '-q');
  const tracked = Object.keys(files).filter((_, index) => index % 2 === 0);
  if (tracked.length) git('add', '-f', '--', ...tracked);
  return folder;
}
/** An Nx tree over half of the files, with the others written by a generator that ran before. */
function halfWrittenTree(files: Files) {
  const entries = Object.entries(files);
  const onDisk = Object.fromEntries(entries.filter((_, index) => index % 2 === 0));
  const tree = createTreeWithEmptyWorkspace();
  for (const { path } of tree.listChanges()) tree.delete(path);
  const written = entries.filter((_, index) => index % 2 === 1);
  return {
    root: folderWith({ ...onDisk, 'gone.ts': 'isEnabled("new-checkout")' }),
    listChanges: () => [
      ...written.map(([path, content]) => ({ path, type: 'UPDATE' as const, content: Buffer.from(content) })),
      { path: 'gone.ts', type: 'DELETE' as const, content: null },
    ],
  };
}
function virtualTree(files: Files) {
  const tree = createTreeWithEmptyWorkspace();
  for (const { path } of tree.listChanges()) tree.delete(path);
  for (const [path, content] of Object.entries(files)) tree.write(path, Buffer.from(content));
  return tree;
}

const adapters: [string, (files: Files, options?: WorkspaceOptions) => Workspace][] = [
  ['memory', memoryWorkspace],
  ['a folder', (files, options) => diskWorkspace(folderWith(files), options)],
  ['a git repository', (files, options) => diskWorkspace(repositoryWith(files), options)],
  [
    'a git repository that is asked often',
    (files, options) => {
      const workspace = diskWorkspace(repositoryWith(files), options);
      for (let times = 0; times < 20; times++) workspace.search(['nothing']);
      return workspace;
    },
  ],
  [
    'a folder of a git repository',
    (files, options) => {
      const inner = Object.fromEntries(Object.entries(files).map(([path, content]) => [`in/${path}`, content]));
      return diskWorkspace(join(repositoryWith({ ...inner, 'outside.ts': 'new-checkout' }), 'in'), options);
    },
  ],
  ['an Nx tree in memory', (files, options) => treeWorkspace(virtualTree(files), options)],
  ['an Nx tree with changes', (files, options) => treeWorkspace(halfWrittenTree(files), options)],
];

describe.each(adapters)('%s', (_, open) => {
  const files: Files = {
    'src/b.ts': "isEnabled('new-checkout');\r\n",
    'src/a.ts': '\uFEFFconst ü = 1;',
    'src/B.ts': 'NEW-CHECKOUT',
    'a b/ü\t.py': "flag('new-checkout', '-e')\n",
    'latin.ts': Uint8Array.from([0x2f, 0x2f, 0xe9, ...Buffer.from(' new-checkout\n')]),
    'image.png': Uint8Array.from([0x89, 0, ...Buffer.from('new-checkout')]),
    'node_modules/x/index.js': 'new-checkout',
    'packages/x/node_modules/y/index.js': 'new-checkout',
    '.ffsd/journal/1/01-x.patch': 'new-checkout',
    'empty.ts': '',
    'large.js': Buffer.from(`new-checkout${' '.repeat(4 * 1024 * 1024)}`),
  };

  it('lists every file once, sorted by code unit', () => {
    const listed = open(files).files();
    expect(listed).toEqual([
      'a b/ü\t.py',
      'empty.ts',
      'image.png',
      'large.js',
      'latin.ts',
      'src/B.ts',
      'src/a.ts',
      'src/b.ts',
    ]);
  });

  it('reads the text with its byte order mark and line ends', () => {
    const workspace = open(files);
    expect(workspace.read('src/a.ts')).toBe('\uFEFFconst ü = 1;');
    expect(workspace.read('src/b.ts')).toBe("isEnabled('new-checkout');\r\n");
    expect(workspace.read('empty.ts')).toBe('');
  });

  it.each(['latin.ts', 'image.png', 'large.js', 'none.ts', 'src', '../outside.ts', 'node_modules/x/index.js', ''])(
    'reads no text from %j',
    (path) => {
      expect(open(files).read(path)?.length).toBeUndefined();
    },
  );

  it('finds the files that contain a string, in its exact case, and can be read', () => {
    const workspace = open(files);
    expect(workspace.search(['new-checkout'])).toEqual(['a b/ü\t.py', 'src/b.ts']);
    expect(workspace.search(['ü', "('new"])).toEqual(['a b/ü\t.py', 'src/a.ts', 'src/b.ts']);
    expect(workspace.search(['-e'])).toEqual(['a b/ü\t.py']);
    expect(workspace.search(["'new-checkout');\r\n"])).toEqual(['src/b.ts']);
    expect(workspace.search(['no such text'])).toEqual([]);
    expect(workspace.search([])).toEqual([]);
  });

  it('takes no string as a pattern', () => {
    expect(open({ 'a.ts': 'a.b', 'b.ts': 'axb', 'c.ts': '[a]*\\' }).search(['a.b'])).toEqual(['a.ts']);
    expect(open({ 'a.ts': 'a.b', 'b.ts': 'axb', 'c.ts': '[a]*\\' }).search(['[a]*\\'])).toEqual(['c.ts']);
  });

  it('says what may be changed', () => {
    const workspace = open(files, { editable: (path) => path.startsWith('src/') });
    expect(workspace.isEditable('src/a.ts')).toBe(true);
    expect(workspace.isEditable('latin.ts')).toBe(false);
    expect(open(files).isEditable('latin.ts')).toBe(true);
  });

  it('is empty when there is nothing', () => {
    expect(open({}).files()).toEqual([]);
    expect(open({}).search(['x'])).toEqual([]);
  });
});

describe.each([
  ['a folder', folderWith],
  ['a git repository', repositoryWith],
])('%s on disk', (_, make) => {
  it('leaves out what .gitignore names, at every level', () => {
    const root = make({
      'ignored.txt': '',
      '.gitignore': '*.log\nbuild/\n',
      'src/x.ts': 'x',
      'src/x.log': 'x',
      'src/.gitignore': '!keep.log\n/only-here.ts\n',
      'src/keep.log': 'x',
      'src/deep/only-here.ts': 'x',
    });
    put(root, 'src/only-here.ts', 'x');
    put(root, 'build/out.ts', 'x');
    put(root, 'top.log', 'x');
    const workspace = diskWorkspace(root);
    const expected = ['src/deep/only-here.ts', 'src/keep.log', 'src/x.ts'];
    expect(workspace.search(['x']).filter((path) => !path.endsWith('x.log'))).toEqual(expected);
    expect(workspace.files()).not.toContain('build/out.ts');
    expect(workspace.files()).not.toContain('top.log');
  });

  it('leaves out symbolic links, to files and to folders', () => {
    const root = make({ 'src/x.ts': 'needle' });
    const outside = folderWith({ 'secret.ts': 'needle' });
    symlinkSync(join(root, 'src/x.ts'), join(root, 'link.ts'));
    symlinkSync(outside, join(root, 'out'));
    const workspace = diskWorkspace(root);
    expect(workspace.files()).toEqual(['src/x.ts']);
    expect(workspace.search(['needle'])).toEqual(['src/x.ts']);
    expect(workspace.read('link.ts')).toBeUndefined();
    expect(workspace.read('out/secret.ts')).toBeUndefined();
  });

  it('works below a root that is itself reached through a link', () => {
    const root = make({ 'src/x.ts': 'needle' });
    const link = join(folderWith({}), 'link');
    symlinkSync(root, link);
    expect(diskWorkspace(link).read('src/x.ts')).toBe('needle');
  });
});

it('lists a tracked file that was deleted by hand no more', () => {
  const root = repositoryWith({ 'a.ts': 'x', 'b.ts': 'x' });
  rmSync(join(root, 'a.ts'));
  expect(diskWorkspace(root).files()).toEqual(['b.ts']);
  expect(diskWorkspace(root).search(['x'])).toEqual(['b.ts']);
});

it('reads a folder that an outer repository ignores', () => {
  const root = repositoryWith({ '.gitignore': 'tmp\n', 'tmp/sample/a.ts': 'x' });
  execFileSync('git', ['rm', '-q', '--cached', '-r', '--ignore-unmatch', 'tmp'], { cwd: root });
  expect(diskWorkspace(join(root, 'tmp/sample')).search(['x'])).toEqual(['a.ts']);
});
