import { expect, it } from 'vitest';
import { fileKind } from './file-kind.ts';

it.each([
  ['src/server-dev.ts', 'source'],
  ['src/pages/Header.jsx', 'source'],
  ['src/lib/routes/logout.test.ts', 'test'],
  ['src/sidebar/components/test/header-test.js', 'test'],
  ['frontend/__mocks__/api.ts', 'test'],
  ['src/a/__snapshots__/a.test.tsx.snap', 'test'],
  ['src/button.stories.tsx', 'test'],
  ['frontend/cypress/integration/a.spec.ts', 'test'],
  ['src/latest/contest.ts', 'source'],
  ['website/docs/page.tsx', 'other'],
  ['lms/views/helpers.py', 'source'],
  ['lms/contest.py', 'source'],
  ['lms/views/conftest.py', 'test'],
  ['lms/views/helpers_test.py', 'test'],
  ['emails/test_models.py', 'test'],
  ['templates/base.html', 'other'],
  ['package.json', 'other'],
  ['src/page.module.scss', 'other'],
])('%s is %s', (path, kind) => {
  expect(fileKind(path)).toBe(kind);
});
