import { applySome } from '@ffsd/cases';
import { isChange } from '@ffsd/changes';
import { expect } from 'vitest';
import { closedSubsets } from './closed-subsets.ts';
import type { Law } from './law.ts';
import { expectNamesToResolve } from './names-stay-resolved.ts';
import { expectToParse } from './result-parses.ts';

export const closedSubsetsApplyAlone: Law = {
  title: 'any changes that have what they depend on can be applied alone',
  async check({ run }) {
    const changes = run.outcomes.filter(isChange);
    for (const ids of closedSubsets(changes)) {
      const after = applySome(run, ids);
      const titles = changes.filter(({ id }) => ids.has(id)).map(({ title }) => title);
      try {
        await expectToParse(run.before, after);
        expectNamesToResolve(run.before, after);
      } catch (error) {
        const texts = [...after].map(([path, text]) => `${path}\n${text}`).join('\n');
        expect.fail(`applied alone: ${titles.join('; ') || 'nothing'}\n${(error as Error).message}\n${texts}`);
      }
    }
  },
};
