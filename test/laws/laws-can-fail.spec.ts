import type { Case } from '@ffsd/cases';
import type { Outcome } from '@ffsd/changes';
import type { Workspace } from '@ffsd/workspace';
import { expect, it } from 'vitest';
import { behaviourStays } from './behaviour-stays.ts';
import { closedSubsetsApplyAlone } from './closed-subsets-apply-alone.ts';
import { lawTrier, replacing } from './law-trier.ts';
import { lineEndsStay } from './line-ends-stay.ts';
import { namesStayResolved } from './names-stay-resolved.ts';
import { nothingBecomesUnused } from './nothing-becomes-unused.ts';
import { oneOutcomeEach } from './one-outcome-each.ts';
import { otherFilesStay } from './other-files-stay.ts';
import { resultParses } from './result-parses.ts';
import { secondRunIsQuiet } from './second-run-is-quiet.ts';

const path = 'src/shop.ts';
const text = `import { pay } from './pay';
const steps = 2;
const size = steps;
export const open = () => log(pay(), size, isEnabled('checkout'));
`;

const shop: Case = {
  codemod: 'sample',
  source: 'sample.md',
  line: 1,
  title: 'A shop',
  files: [
    { path, text },
    { path: 'src/pay.ts', text: 'export const pay = () => 1;\n' },
  ],
  options: { flag: 'checkout', reads: 'isEnabled($FLAG)' },
  bytes: {},
  driver: { path: 'run.ts', text: "import { open } from './src/shop.ts';\nexport default open;\n" },
  expected: { diff: undefined, kept: undefined },
};

const keptRead = { place: { path, line: 4 }, code: 'sample', because: 'because' };
const broken = { place: { path: 'src/broken-file.ts', line: 1 }, code: 'unparsable', because: 'because' };

const replace = replacing(path);
const tryLaw = lawTrier(shop);

const reports = (workspace: Workspace): Outcome[] => [keptRead, ...(workspace.read(broken.place.path) ? [broken] : [])];

it.each([
  [resultParses, replace('size,', 'size,,')],
  [namesStayResolved, replace('const steps = 2;\n', '')],
  [namesStayResolved, replace('{ pay }', '{ paid as pay }')],
  [nothingBecomesUnused, replace('size,', '')],
  [nothingBecomesUnused, replace('pay()', '1')],
  [behaviourStays, replace('steps = 2', 'steps = 3')],
  [secondRunIsQuiet, replace('import', ' import')],
  [lineEndsStay, replace('const steps', '\nconst steps')],
  [oneOutcomeEach, replace('steps = 2', 'steps = 3', { evidence: [] })],
  [oneOutcomeEach, () => [keptRead]],
] as const)('$title: a codemod that breaks it is found', async (law, part) => {
  expect(await tryLaw(law, reports)).toBe('held');
  expect(await tryLaw(law, part, reports)).toBe('broken');
});

it('finds a file that is deleted and still imported, and one that is deleted before its importer lets go of it', async () => {
  const release = replace("import { pay } from './pay';\n", '');
  const use = replace('pay(), ', '', { dependsOn: [] });
  const deletion = (dependsOn: readonly string[]) => () => [
    {
      id: 'delete',
      codemod: 'sample',
      title: 'delete',
      why: '',
      safety: 'safe' as const,
      evidence: [{ kind: 'sample', text: 'delete' }],
      files: [{ kind: 'delete' as const, path: 'src/pay.ts' }],
      dependsOn,
    },
  ];
  expect(await tryLaw(namesStayResolved, deletion([]))).toBe('broken');
  expect(await tryLaw(namesStayResolved, use, release, deletion([]))).toBe('held');
  expect(await tryLaw(closedSubsetsApplyAlone, use, release, deletion([]))).toBe('broken');
});

it('finds a read without an outcome, and a broken file that nobody reports', async () => {
  expect(await tryLaw(oneOutcomeEach, () => [])).toBe('broken');
  expect(await tryLaw(otherFilesStay, reports)).toBe('held');
  expect(await tryLaw(otherFilesStay, () => [keptRead])).toBe('broken');
});

it('finds a change that does not name what it depends on', async () => {
  const use = replace('= steps', '= 2');
  const declaration = replace('const steps = 2;\n', '');
  expect(await tryLaw(closedSubsetsApplyAlone, use, declaration)).toBe('broken');
  const named = replace('const steps = 2;\n', '', { dependsOn: ['= steps'] });
  expect(await tryLaw(closedSubsetsApplyAlone, use, named)).toBe('held');
});
