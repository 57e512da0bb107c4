import { expect, it } from 'vitest';
import { jsonReport } from './json.ts';
import { emptyReport, fullReport, sampleReport } from './sample-report.ts';

it('is the document that the docs promise, no key more', () => {
  const document = JSON.parse(jsonReport(sampleReport));
  expect(Object.keys(document)).toEqual([
    'version',
    'command',
    'dryRun',
    'changes',
    'kept',
    'unparsable',
    'explanations',
    'tasks',
    'owners',
    'summary',
  ]);
  expect(document.changes[1]).toEqual({
    id: '1abe1',
    codemod: 'remove-switches',
    title: 'Remove the key new',
    why: 'Nothing reads it any more.',
    safety: 'review',
    evidence: [],
    dependsOn: ['f01d'],
    files: [{ path: 'libs/flags/src/keys.ts', diff: expect.stringContaining("+export type Key = 'other';\n") }],
  });
  expect(document.kept).toEqual([
    { place: { path: 'a.ts', line: 12 }, code: 'reassigned', because: 'It is assigned again on line 20.' },
    { place: { path: 'z.ts', line: 7 }, code: 'dynamic-key', because: 'The key is computed: a|b.' },
  ]);
  expect(document.unparsable).toEqual([{ path: 'broken.ts', line: 2, message: 'Unexpected token' }]);
  expect(document.summary).toEqual({ changes: 2, safe: 1, review: 1, files: 2, kept: 2, unparsable: 1 });
});

it('tells in it what is known beside the changes', () => {
  const { changes, explanations, tasks, owners, verified } = JSON.parse(jsonReport(fullReport));
  expect(changes[0].topic).toBe('new');
  expect(explanations).toEqual({ 'dynamic-key': 'Nobody knows the key.' });
  expect(tasks).toEqual(fullReport.tasks);
  expect(owners).toEqual([
    { owners: ['@flags', '@web'], files: ['libs/flags/src/keys.ts'] },
    { owners: [], files: ['apps/web/src/cart.tsx'] },
  ]);
  expect(verified).toEqual(fullReport.verified);
});

it('is a whole document when there is nothing', () => {
  expect(JSON.parse(jsonReport(emptyReport))).toMatchObject({ dryRun: false, changes: [], kept: [], unparsable: [] });
});
