import type { CodemodInfo } from '@ffsd/codemod';

export const newCodemodInfo: CodemodInfo = {
  name: 'codemod',
  summary: 'Writes a folder for a codemod of your own, with a page and one failing case',
  options: {
    name: {
      type: 'string',
      describe: 'Name of the codemod: kebab-case, verb first, such as remove-logging.',
      positional: 0,
      prompt: 'What is the codemod called (kebab-case, verb first)?',
    },
    folder: { type: 'string', describe: 'Where its folder is put.', default: 'tools/codemods' },
  },
  examples: [{ command: 'remove-logging', describe: 'Write tools/codemods/remove-logging' }],
};
