import { type Outcome, sequence } from '@ffsd/changes';
import type { Report } from './report.ts';

const files: Record<string, string> = {
  'apps/web/src/cart.tsx':
    "import { isEnabled } from '@acme/flags';\n\nexport const cart = isEnabled('new') ? <New /> : <Old />;\n",
  'libs/flags/src/keys.ts': "export type Key = 'new' | 'other';\n",
};

const outcomes: readonly Outcome[] = [
  {
    id: 'f01d',
    codemod: 'remove-switches',
    title: 'Keep the branch of `new`: <New />',
    why: 'isEnabled("new") is true.',
    safety: 'safe',
    evidence: [{ kind: 'flag-read', text: "isEnabled('new')", place: { path: 'apps/web/src/cart.tsx', line: 3 } }],
    files: [edit('apps/web/src/cart.tsx', "isEnabled('new') ? <New /> : <Old />", '<New />')],
    dependsOn: [],
  },
  {
    id: '1abe1',
    codemod: 'remove-switches',
    title: 'Remove the key new',
    why: 'Nothing reads it any more.',
    safety: 'review',
    evidence: [],
    files: [edit('libs/flags/src/keys.ts', "'new' | ", '')],
    dependsOn: ['f01d'],
  },
  { place: { path: 'z.ts', line: 7 }, code: 'dynamic-key', because: 'The key is computed: a|b.' },
  { place: { path: 'a.ts', line: 12 }, code: 'reassigned', because: 'It is assigned again on line 20.' },
  { place: { path: 'broken.ts', line: 2 }, code: 'unparsable', because: 'Unexpected token' },
];

/** A run over two projects, for the specs of the formats. */
export const sampleReport: Report = {
  command: 'remove-switches',
  dryRun: true,
  set: sequence((path) => files[path], outcomes),
  projectOf: (path) =>
    path.startsWith('apps/web/') ? 'web (apps/web)' : path.startsWith('libs/') ? 'flags (libs/flags)' : undefined,
};

/** The same with all that may be known beside the changes. */
export const fullReport: Report = {
  ...sampleReport,
  set: {
    ...sampleReport.set,
    steps: sampleReport.set.steps.map((step) => ({ ...step, change: { ...step.change, topic: 'new' } })),
  },
  explain: (code) => (code === 'dynamic-key' ? 'Nobody knows the key.' : undefined),
  tasks: [
    { kind: 'archive-flag', text: 'Archive new_one in <Unleash>.', topic: 'new' },
    { kind: 'drop-dependency', text: 'Drop the package x.', place: { path: 'package.json', line: 3 } },
  ],
  ownersOf: (path) => (path.startsWith('libs/') ? ['@flags', '@web'] : []),
  verified: {
    lines: ['1 new diagnostic in 2 files of tsconfig.json'],
    problems: [{ text: 'TS2345 No such key.', place: { path: 'libs/flags/src/keys.ts', line: 1 }, change: '1abe1' }],
  },
};

/** A run that found nothing at all. */
export const emptyReport: Report = { command: 'remove-switches', dryRun: false, set: { steps: [], kept: [] } };

function edit(path: string, old: string, text: string) {
  const start = files[path]!.indexOf(old);
  return { kind: 'edit' as const, path, edits: [{ start, end: start + old.length, text }] };
}
