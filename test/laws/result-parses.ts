import type { Texts } from '@ffsd/cases';
import { expect } from 'vitest';
import type { Law } from './law.ts';
import { parsedOf, pythonOf, templatesOf } from './parsed-of.ts';
import { compileInPython, hasPython } from './python-host.ts';

export const resultParses: Law = {
  title: 'the result parses',
  check: ({ run }) => expectToParse(run.before, run.after),
};

/** A file that did not parse before need not parse now. */
export async function expectToParse(before: Texts, after: Texts): Promise<void> {
  for (const of of [parsedOf, pythonOf, templatesOf]) {
    const paths = new Set(of(before).unparsable.map(({ path }) => path));
    const broken = of(after).unparsable.filter(({ path }) => !paths.has(path));
    expect(broken.map((file) => ({ ...file, text: after.get(file.path) }))).toEqual([]);
  }
  await expectToCompile(before, after);
}

/** A `return` outside of a function and `nonlocal x` without an `x` parse, and are refused by Python all the same. */
async function expectToCompile(before: Texts, after: Texts): Promise<void> {
  const changed = [...after].filter(([path, text]) => path.endsWith('.py') && before.get(path) !== text);
  if (!hasPython || changed.length === 0) return;
  const [known, found] = await Promise.all([before, new Map(changed)].map(pythonFiles).map(compileInPython));
  const fresh = Object.entries(found!).filter(([path]) => known![path] === undefined);
  expect(fresh.map(([path, message]) => ({ path, message, text: after.get(path) }))).toEqual([]);
}

function pythonFiles(texts: Texts): Texts {
  return new Map([...texts].filter(([path]) => path.endsWith('.py')));
}
