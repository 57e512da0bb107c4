import type { Execute } from '../command-line/command.ts';

export const show: Execute = async () => {
  throw new Error('show waits for the journal');
};
