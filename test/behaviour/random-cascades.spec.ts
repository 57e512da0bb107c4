import { applySome, type CaseFile, runCase } from '@ffsd/cases';
import { isChange } from '@ffsd/changes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { removeSwitches } from '../../codemods/remove-switches/codemod.ts';
import { closedSubsets } from '../laws/closed-subsets.ts';
import { closedSubsetsApplyAlone } from '../laws/closed-subsets-apply-alone.ts';
import { namesStayResolved } from '../laws/names-stay-resolved.ts';
import { nothingBecomesUnused } from '../laws/nothing-becomes-unused.ts';
import { hasPython } from '../laws/python-host.ts';
import { resultParses } from '../laws/result-parses.ts';
import { runDriver } from '../laws/run-driver.ts';
import { secondRunIsQuiet } from '../laws/second-run-is-quiet.ts';
import { undoRestoresEveryByte } from '../laws/undo-restores-every-byte.ts';
import { arbitraryCascade } from './arbitrary-cascade.ts';
import { cascadeDriver, printCascade } from './print-cascade.ts';
import { printPythonCascade, pythonCascadeDriver } from './print-python-cascade.ts';

// Each is a workspace, of which the whole plan, parts of it and a second plan are run.
const count = Math.ceil(Number(process.env.FFSD_PROGRAMS ?? 100) / 4);
const parameters = { numRuns: count, seed: Number(process.env.FFSD_SEED ?? 20_260_000) };
const timeout = 60_000 + count * 1_000;

const laws = [
  undoRestoresEveryByte,
  secondRunIsQuiet,
  resultParses,
  namesStayResolved,
  nothingBecomesUnused,
  closedSubsetsApplyAlone,
];

describe.each([true, false])('with the flag at %s', (value) => {
  it(`${count} workspaces do the same before and after`, { timeout }, () =>
    fc.assert(
      fc.asyncProperty(arbitraryCascade(), (cascade) => tryCascade(printCascade(cascade), cascadeDriver, value)),
      parameters,
    ),
  );

  it.skipIf(!hasPython)(`${count} workspaces of Python do the same before and after`, { timeout }, () =>
    fc.assert(
      fc.asyncProperty(arbitraryCascade(), (cascade) =>
        tryCascade(printPythonCascade(cascade), pythonCascadeDriver, value),
      ),
      parameters,
    ),
  );
});

/**
 * Removes the flag, the whole of it and parts, and runs the program before and after. Nobody else uses these modules, so that what asks
 * for a review must not change what is seen either.
 */
async function tryCascade(files: readonly CaseFile[], driver: CaseFile, value: boolean): Promise<void> {
  const reads = driver.path.endsWith('.py') ? ['is_enabled($FLAG)'] : ['isEnabled($FLAG)'];
  const options = { flag: 'checkout', value, reads };
  const expected = { diff: undefined, kept: undefined };
  const title = files.map(({ path, text }) => `--- ${path}\n${text}`).join('\n');
  const subject = {
    codemod: 'remove-switches',
    source: 'random',
    line: 1,
    title,
    files,
    options,
    bytes: {},
    driver,
    expected,
  };
  const run = runCase(removeSwitches, subject);
  const before = await runDriver(run.before, driver, options);
  const changes = run.outcomes.filter(isChange);
  const fail = (what: string, after: ReadonlyMap<string, string>): never => {
    const result = [...after].map(([path, text]) => `--- ${path}\n${text}`);
    const titles = changes.map(({ title: name, safety }) => `${name} (${safety})`);
    throw new Error([what, 'BEFORE', title, 'AFTER', ...result, 'CHANGES', ...titles].join('\n'));
  };
  for (const ids of closedSubsets(changes, 6)) {
    const after = applySome(run, ids);
    const now = await runDriver(after, driver, options);
    if (JSON.stringify(now) !== JSON.stringify(before)) {
      fail(`BEHAVIOUR BEFORE\n${JSON.stringify(before)}\nBEHAVIOUR AFTER\n${JSON.stringify(now)}`, after);
    }
  }
  for (const law of laws) {
    try {
      await law.check({ codemod: removeSwitches, case: subject, run });
    } catch (error) {
      fail(`${law.title}: ${String(error)}`, run.after);
    }
  }
  // A read whose neighbour is kept may stay; alone it never does.
  const left = [...run.after.values()].some((text) => /is_?enabled\(/i.test(text));
  expect(left && run.outcomes.every(isChange), title).toBe(false);
}
