import { expect, it } from 'vitest';
import { editable } from './editable.ts';

it('allows everything without limits', () => {
  expect(editable({})('any/file.ts')).toBe(true);
  expect(editable({ within: [] })('any/file.ts')).toBe(true);
});

it('stays within the given files and folders', () => {
  const isEditable = editable({ within: ['./apps/web/', 'libs/a.ts'] });
  expect(isEditable('apps/web/src/x.ts')).toBe(true);
  expect(isEditable('libs/a.ts')).toBe(true);
  expect(isEditable('apps/web-admin/x.ts')).toBe(false);
  expect(isEditable('libs/a.tsx')).toBe(false);
});

it('takes "." for the whole workspace, also among others', () => {
  expect(editable({ within: ['.'] })('x.ts')).toBe(true);
  expect(editable({ within: ['apps', './'] })('x.ts')).toBe(true);
});

it('asks a file to satisfy every limit', () => {
  const isEditable = editable({ within: ['apps'], projects: ['apps/web'], changed: ['apps/web/a.ts', 'apps/b.ts'] });
  expect(isEditable('apps/web/a.ts')).toBe(true);
  expect(isEditable('apps/web/c.ts')).toBe(false);
  expect(isEditable('apps/b.ts')).toBe(false);
});

it('allows nothing when no project has the name, or nothing changed', () => {
  expect(editable({ projects: [] })('x.ts')).toBe(false);
  expect(editable({ changed: [] })('x.ts')).toBe(false);
});

it('keeps what keep names in the syntax of .gitignore', () => {
  const isEditable = editable({ keep: ['legacy/**', '*.gen.ts', '!ours.gen.ts'] });
  expect(isEditable('legacy/deep/x.ts')).toBe(false);
  expect(isEditable('src/x.gen.ts')).toBe(false);
  expect(isEditable('src/ours.gen.ts')).toBe(true);
});
