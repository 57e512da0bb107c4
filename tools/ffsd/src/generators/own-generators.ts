import type { CodemodInfo } from '@ffsd/codemod';
import { undoOptions } from '../commands/undo-options.ts';

/** Generators that are no codemods, told without loading them. */
export const ownGenerators: readonly CodemodInfo[] = [
  {
    name: 'undo',
    summary: 'Takes back changes, whole runs, or the last run',
    options: {
      ids: { type: 'strings', describe: 'Ids of changes or runs; the last run by default.', positional: 0 },
      ...undoOptions,
    },
    examples: [
      { command: '', describe: 'Take back the last run' },
      { command: '--dry-run', describe: 'Show what would be taken back' },
    ],
  },
];
