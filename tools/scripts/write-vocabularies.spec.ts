import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { vocabulariesPath, vocabulariesText } from './write-vocabularies.ts';

it('the list of vocabularies is as the folder says; if not, run write-vocabularies', () => {
  expect(readFileSync(vocabulariesPath, 'utf8')).toBe(vocabulariesText());
});
