import { applySome, type CaseRun } from '@ffsd/cases';
import { dependenciesOf, isChange } from '@ffsd/changes';
import { expect } from 'vitest';
import type { Law } from './law.ts';
import { hasPython } from './python-host.ts';
import { runDriver } from './run-driver.ts';
import { templateEngines } from './template-engines.ts';

export const behaviourStays: Law = {
  title: 'the driver sees the same before and after',
  async check({ case: { driver, options }, run }) {
    if (!driver || (driver.path.endsWith('.py') && !hasPython)) return;
    const before = await runDriver(run.before, driver, options);
    if (
      templateEngines.size < 2 &&
      before.trace.some((line) => line.includes('the template language is not installed'))
    )
      return;
    const showsNothing = before.trace.length === 0 && /^(?:returned undefined|ended)$/.test(before.end);
    expect(showsNothing, 'the driver shows nothing').toBe(false);
    expect(before.end, 'the driver itself fails').not.toMatch(/^(?:threw (?:Syntax|Reference)Error|pending)/);
    expect(before.end, 'the driver itself fails').not.toMatch(
      /^(?:raised (?:Syntax|Name|Import|ModuleNotFound)Error|stopped)/,
    );
    expect(await runDriver(applySome(run, safeChanges(run)), driver, options)).toEqual(before);
  },
};

/** What is graded `review` may change the behaviour, and says how; what needs it is left out with it. */
function safeChanges({ outcomes }: CaseRun): ReadonlySet<string> {
  const changes = outcomes.filter(isChange);
  const doubtful = new Set(changes.filter(({ safety }) => safety === 'review').map(({ id }) => id));
  const isSafe = (id: string): boolean =>
    ![id, ...dependenciesOf(changes, [id])].some((needed) => doubtful.has(needed));
  return new Set(changes.map(({ id }) => id).filter(isSafe));
}
