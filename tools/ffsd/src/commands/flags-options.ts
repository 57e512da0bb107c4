import type { OptionSpecs } from '@ffsd/codemod';

/** The options that only `ffsd flags` has. */
export const flagsOptions = {
  project: { type: 'strings', describe: 'Look only at files of this project; names or folders, also with commas.' },
  since: { type: 'string', describe: 'Look only at files that differ from where the branch left this git reference.' },
  sort: {
    type: 'string',
    choices: ['age', 'reads', 'key'],
    default: 'age',
    describe: 'What comes first: the oldest, the most read, or the order of keys.',
  },
  olderThan: { type: 'number', default: 180, describe: 'From how many days on a flag is said to be old.' },
  age: { type: 'boolean', default: true, describe: 'Ask git how old the reads are; --no-age is faster.' },
  reads: {
    type: 'strings',
    alias: 'read',
    config: 'reads',
    describe: "How flags are read, as a pattern: 'isEnabled($FLAG)', 'flags.$FLAG'. Repeatable.",
  },
  presets: {
    type: 'strings',
    alias: 'preset',
    config: 'presets',
    describe: 'Vocabularies of flag services to use. By default those that the imports call for. Repeatable.',
  },
  markdown: { type: 'string', describe: 'Write the list to this file, for an issue or a page.' },
} as const satisfies OptionSpecs;
