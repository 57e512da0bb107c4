import type { Case } from '@ffsd/cases';
import type { Outcome } from '@ffsd/changes';
import type { Workspace } from '@ffsd/workspace';
import { describe, expect, it } from 'vitest';
import { behaviourStays } from './behaviour-stays.ts';
import { closedSubsetsApplyAlone } from './closed-subsets-apply-alone.ts';
import { lawTrier, replacing } from './law-trier.ts';
import { lineEndsStay } from './line-ends-stay.ts';
import { namesStayResolved } from './names-stay-resolved.ts';
import { nothingBecomesUnused } from './nothing-becomes-unused.ts';
import { oneOutcomeEach } from './one-outcome-each.ts';
import { otherFilesStay } from './other-files-stay.ts';
import { hasPython } from './python-host.ts';
import { resultParses } from './result-parses.ts';
import { secondRunIsQuiet } from './second-run-is-quiet.ts';

const path = 'shop/page.py';
const text = `import os
from shop.pay import pay

_names = 2


def show():
    size = _names
    label = os.sep
    log(pay(), size, label, is_enabled('checkout'))


def count():
    total = 0

    def add():
        nonlocal total
        total = total + 1

    add()
    return total
`;

const shop: Case = {
  codemod: 'sample',
  source: 'sample.md',
  line: 1,
  title: 'A shop',
  files: [
    { path, text },
    { path: 'shop/pay.py', text: 'def pay():\n    return 1\n' },
  ],
  options: { flag: 'checkout', reads: 'is_enabled($FLAG)' },
  bytes: {},
  driver: { path: 'run.py', text: 'from shop.page import count, show\nshow()\nlog(count())\n' },
  expected: { diff: undefined, kept: undefined },
};

const keptRead = { place: { path, line: 10 }, code: 'sample', because: 'because' };
const broken = { place: { path: 'src/broken_file.py', line: 1 }, code: 'unparsable', because: 'because' };
const replace = replacing(path);
const tryLaw = lawTrier(shop);

const reports = (workspace: Workspace): Outcome[] => [keptRead, ...(workspace.read(broken.place.path) ? [broken] : [])];

describe('of Python', () => {
  it.each([
    [resultParses, replace('size,', 'size,,')],
    [resultParses, replace('    label = os.sep', '  label = os.sep')],
    [namesStayResolved, replace('_names = 2\n', '')],
    [namesStayResolved, replace('import pay', 'import paid as pay')],
    [namesStayResolved, replace('from shop.pay', 'from shop.paid')],
    [nothingBecomesUnused, replace('size,', '')],
    [nothingBecomesUnused, replace('pay()', '1')],
    [nothingBecomesUnused, replace('os.sep', "'/'")],
    [nothingBecomesUnused, replace('= _names', '= 2')],
    [secondRunIsQuiet, replace('import', ' import')],
    [lineEndsStay, replace('_names', '\n_names')],
    [oneOutcomeEach, () => [keptRead, { ...keptRead }]],
  ] as const)('$title: a codemod that breaks it is found', async (law, part) => {
    expect(await tryLaw(law, reports)).toBe('held');
    expect(await tryLaw(law, part, reports)).toBe('broken');
  });

  it.skipIf(!hasPython).each([
    [behaviourStays, replace('_names = 2', '_names = 3')],
    // These parse.
    [resultParses, replace('    log(pay(', '    nonlocal os; log(pay(')],
    [resultParses, replace('    total = 0\n', '')],
  ] as const)('$title: a codemod that breaks it is found by running Python', async (law, part) => {
    expect(await tryLaw(law, reports)).toBe('held');
    expect(await tryLaw(law, part, reports)).toBe('broken');
  });

  it('finds a read without an outcome, and a broken file that nobody reports', async () => {
    expect(await tryLaw(oneOutcomeEach, () => [])).toBe('broken');
    expect(await tryLaw(otherFilesStay, reports)).toBe('held');
    expect(await tryLaw(otherFilesStay, () => [keptRead])).toBe('broken');
  });

  it('finds a change that does not name what it depends on', async () => {
    const use = replace('= _names', '= 2');
    const assignment = replace('_names = 2\n', '');
    expect(await tryLaw(closedSubsetsApplyAlone, use, assignment)).toBe('broken');
    const named = replace('_names = 2\n', '', { dependsOn: ['= _names'] });
    expect(await tryLaw(closedSubsetsApplyAlone, use, named)).toBe('held');
  });
});
