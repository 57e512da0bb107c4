import { initInfo } from './init/info.ts';
import type { ListedCodemod } from './listed-codemod.ts';
import { newCodemodInfo } from './new-codemod/info.ts';

/** Commands that write files of ffsd itself. As codemods they have a dry run, a diff, and undo like every other one. */
export const setupCodemods: readonly ListedCodemod[] = [
  { ...initInfo, isSetup: true, load: async () => (await import('./init/codemod.ts')).init },
  { ...newCodemodInfo, isSetup: true, load: async () => (await import('./new-codemod/codemod.ts')).newCodemod },
];
