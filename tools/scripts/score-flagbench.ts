// Scores remove-switches on removals that people made:
// `node --import tsx tools/scripts/score-flagbench.ts --cases DIR --mirrors DIR [--language ts|py] [--case ID..] [--show] [--markdown] [--person]`.
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { diskWorkspace } from '@ffsd/workspace';
import { readCases } from './flagbench/case.ts';
import { type Removal, remove } from './flagbench/remove.ts';
import { type Score, score } from './flagbench/score.ts';
import { showScore } from './flagbench/show.ts';
import { keptByCode, scoreTable } from './flagbench/table.ts';
import { type Overlay, personOverlay, treeBefore } from './flagbench/trees.ts';

const { values } = parseArgs({
  options: {
    cases: { type: 'string' },
    mirrors: { type: 'string' },
    work: { type: 'string', default: join(tmpdir(), 'ffsd-flagbench') },
    language: { type: 'string' },
    case: { type: 'string', multiple: true },
    show: { type: 'boolean', default: false },
    markdown: { type: 'boolean', default: false },
    // Scores the person against himself: whatever is not 1.00 then is a mistake of the scorer.
    person: { type: 'boolean', default: false },
  },
});
if (values.cases === undefined || values.mirrors === undefined)
  throw new Error('--cases DIR and --mirrors DIR are needed');
const places = { cases: values.cases, mirrors: values.mirrors, work: values.work };

const scores: Score[] = [];
for (const flagCase of readCases(places.cases, values.language)) {
  if (values.case && !values.case.includes(flagCase.id)) continue;
  const workspace = diskWorkspace(treeBefore(flagCase, places));
  const person = personOverlay(flagCase, places);
  const removal = values.person ? ofPerson(person) : remove(flagCase, workspace);
  const result = score(flagCase, workspace, person, removal);
  scores.push(result);
  if (values.show) console.log(`${showScore(result)}\n`);
  else console.error(`${scores.length} ${flagCase.id}`);
}
console.log(scoreTable(scores, values.markdown));
const kept = keptByCode(scores);
if (kept !== '') console.log(`\nkept: ${kept}`);

function ofPerson(overlay: Overlay): Removal {
  return { overlay, changes: [], kept: [], seconds: 0 };
}
