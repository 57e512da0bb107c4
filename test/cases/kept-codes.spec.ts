import { readFileSync } from 'node:fs';
import { readCases } from '@ffsd/cases';
import { expect, it } from 'vitest';
import { anchorOf } from './anchor-of.ts';

const folder = new URL('../../codemods/remove-switches/', import.meta.url);
const page = readFileSync(new URL('README.md', folder), 'utf8');
const rows = [...page.matchAll(/^\| `([a-z-]+)` \| .* \| (.*) \|$/gm)].map(
  ([, code, example]) => [code!, example!] as const,
);
/** These depend on which files may be changed, on bytes, on the size of a file, or stand for a mistake of ours. */
const withoutCase = ['minified', 'no-surroundings', 'not-editable', 'unused-asset'];

it.each(rows.filter(([code]) => !withoutCase.includes(code)))('%s is shown by a case', (code, example) => {
  const [, file, anchor] = /^\[case\]\(([^#)]+)#([^)]+)\)$/.exec(example) ?? [];
  const cases = readCases(file!, readFileSync(new URL(file!, folder), 'utf8'));
  const shown = cases.find(({ title }) => anchorOf(title) === anchor);
  expect(shown?.expected.kept?.split(/\s/)).toContain(code);
});
