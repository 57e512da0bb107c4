import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { keptCodes } from './kept-code.ts';

it('has a row for each code in the page of the codemod, and no other', () => {
  const page = readFileSync(new URL('./README.md', import.meta.url), 'utf8');
  const rows = [...page.matchAll(/^\| `([a-z-]+)` \| (.*) \| .* \|$/gm)].map(([, code, text]) => [code, text]);
  expect(Object.fromEntries(rows)).toEqual(keptCodes);
});
