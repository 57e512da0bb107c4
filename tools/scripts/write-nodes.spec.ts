import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { generatedFiles, room } from './write-nodes.ts';

it.each([...generatedFiles()])('%s is as the schema says; if not, run npm run generate', (path, text) => {
  expect(readFileSync(new URL(path, room), 'utf8')).toBe(text);
});
