import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { codemodFiles } from './write-codemods.ts';

it('the lists of codemods are as their folders say; if not, run npm run generate', async () => {
  for (const [path, text] of await codemodFiles()) {
    expect(existsSync(path) && readFileSync(path, 'utf8'), path).toBe(text);
  }
});
