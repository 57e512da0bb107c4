import type { Execute } from '../command-line/command.ts';

export const redo: Execute = async () => {
  throw new Error('redo waits for the journal');
};
