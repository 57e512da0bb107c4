import { runCase } from '@ffsd/cases';
import { describe, it } from 'vitest';
import { allCaseFiles } from '../cases/all-cases.ts';
import { behaviourStays } from './behaviour-stays.ts';
import { closedSubsetsApplyAlone } from './closed-subsets-apply-alone.ts';
import { lineEndsStay } from './line-ends-stay.ts';
import { namesStayResolved } from './names-stay-resolved.ts';
import { nothingBecomesUnused } from './nothing-becomes-unused.ts';
import { oneOutcomeEach } from './one-outcome-each.ts';
import { otherFilesStay } from './other-files-stay.ts';
import { resultParses } from './result-parses.ts';
import { secondRunIsQuiet } from './second-run-is-quiet.ts';
import { undoRestoresEveryByte } from './undo-restores-every-byte.ts';

const laws = [
  undoRestoresEveryByte,
  lineEndsStay,
  secondRunIsQuiet,
  resultParses,
  namesStayResolved,
  nothingBecomesUnused,
  oneOutcomeEach,
  closedSubsetsApplyAlone,
  otherFilesStay,
  behaviourStays,
];

const files = await allCaseFiles();

describe.each(laws)('$title', (law) => {
  for (const { codemod, source, cases } of files) {
    for (const one of cases) {
      it(`${source}:${one.line} ${one.title}`, async () => {
        await law.check({ codemod, case: one, run: runCase(codemod, one) });
      });
    }
  }
});
