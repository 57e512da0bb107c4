import { runCase, withBytes } from '@ffsd/cases';
import { expect } from 'vitest';
import type { Law } from './law.ts';
import { variant } from './variants-of.ts';

export const lineEndsStay: Law = {
  title: 'the same change is made whatever the line ends and the byte order mark, and both stay as they are',
  check({ codemod, case: one, run }) {
    for (const option of ['crlf', 'bom'] as const) {
      if (one.bytes[option]) continue;
      const { after } = runCase(codemod, variant(one, option));
      const expected = [...run.after].map(([path, text]) => withBytes({ path, text }, { [option]: true }));
      expect([...after].map(([path, text]) => ({ path, text }))).toEqual(expected);
    }
  },
};
