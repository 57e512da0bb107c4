import { type Expectation, expectationOf, runCase, writeExpectations } from '@ffsd/cases';
import { afterAll, describe, expect, it } from 'vitest';
import { allCaseFiles, writeCaseFile } from './all-cases.ts';

const update = process.env.UPDATE_FIXTURES === '1';

describe.each(await allCaseFiles())('$source', ({ codemod, source, markdown, page, cases }) => {
  const found = new Map<string, Expectation>();
  it.each(cases.map((one) => [one.title, one] as const))('%s', (title, one) => {
    const actual = expectationOf(runCase(codemod, one).set);
    if (update) found.set(title, actual);
    else expect(actual, `${source}:${one.line}`).toEqual(one.expected);
  });
  afterAll(() => {
    if (update) writeCaseFile(source, writeExpectations(source, markdown, found, { page }));
  });
});
