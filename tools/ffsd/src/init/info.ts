import type { CodemodInfo } from '@ffsd/codemod';

export const initInfo: CodemodInfo = {
  name: 'init',
  summary: 'Writes ffsd.json: finds the languages and the flag SDKs of the workspace',
  options: {},
  examples: [{ command: '--yes', describe: 'Write ffsd.json, or complete the one that is there' }],
};
