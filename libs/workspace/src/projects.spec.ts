import { expect, it } from 'vitest';
import { memoryWorkspace } from './memory-workspace.ts';
import { projectFinder, projects } from './projects.ts';

const workspace = memoryWorkspace({
  'package.json': '{ "name": "@acme/source" }',
  'apps/web/project.json': '{\n  // the shop\n  "name": "web"\n}',
  'apps/web/package.json': '{ "name": "@acme/web" }',
  'apps/api/project.json': '{}',
  'libs/flags/package.json': '{ "name": "@acme/flags", "nx": { "name": "flags" } }',
  'libs/flags/src/a.ts': '',
});

it('takes the nearest folder with a project file', () => {
  const projectOf = projectFinder(workspace);
  expect(projectOf('apps/web/src/deep/a.ts')).toEqual({ name: 'web', root: 'apps/web' });
  expect(projectOf('apps/api/a.ts')).toEqual({ name: 'api', root: 'apps/api' });
  expect(projectOf('libs/flags/src/a.ts')).toEqual({ name: 'flags', root: 'libs/flags' });
  expect(projectOf('scripts/a.ts')).toEqual({ name: '@acme/source', root: '' });
});

it('finds no project where there is no project file', () => {
  expect(projectFinder(memoryWorkspace({ 'src/a.ts': '' }))('src/a.ts')).toBeUndefined();
});

it('lists all projects', () => {
  expect(projects(workspace).map(({ name }) => name)).toEqual(['api', 'web', 'flags', '@acme/source']);
});
