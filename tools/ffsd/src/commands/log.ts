import type { Execute } from '../command-line/command.ts';

export const log: Execute = async () => {
  throw new Error('log waits for the journal');
};
