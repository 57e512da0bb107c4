import type { Execute } from '../command-line/command.ts';

export const undo: Execute = async () => {
  throw new Error('undo waits for the journal');
};
