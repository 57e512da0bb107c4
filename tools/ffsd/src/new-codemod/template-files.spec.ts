import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { templateFiles } from './template-files.ts';

it('suggests the verdict that the documentation shows', () => {
  const verdict = /Replace this line: (.*)\n/.exec(templateFiles('remove-debugger', 'x')['decide.ts']!)?.[1];
  expect(readFileSync(new URL('../../README.md', import.meta.url), 'utf8')).toContain(`\nreturn ${verdict};\n`);
});
