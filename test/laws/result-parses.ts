import type { Texts } from '@ffsd/cases';
import { expect } from 'vitest';
import type { Law } from './law.ts';
import { parsedOf } from './parsed-of.ts';

export const resultParses: Law = {
  title: 'the result parses',
  check: ({ run }) => expectToParse(run.before, run.after),
};

/** A file that did not parse before need not parse now. */
export function expectToParse(before: Texts, after: Texts): void {
  const { unparsable: known } = parsedOf(before);
  const { unparsable } = parsedOf(after);
  const paths = new Set(known.map(({ path }) => path));
  const broken = unparsable.filter(({ path }) => !paths.has(path));
  expect(broken.map((file) => ({ ...file, text: after.get(file.path) }))).toEqual([]);
}
