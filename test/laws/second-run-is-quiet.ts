import { expectationOf, runCase } from '@ffsd/cases';
import { expect } from 'vitest';
import type { Law } from './law.ts';

export const secondRunIsQuiet: Law = {
  title: 'a second run changes nothing',
  check({ codemod, case: one, run }) {
    const files = [...run.after].map(([path, text]) => ({ path, text }));
    expect(expectationOf(runCase(codemod, { ...one, files }).set).diff).toBeUndefined();
  },
};
