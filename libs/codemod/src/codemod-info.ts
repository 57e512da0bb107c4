import type { Codemod } from './codemod.ts';

/** What is said about a codemod without loading it: enough for `--help`, the schema of Nx and the docs. */
export type CodemodInfo = Omit<Codemod, 'plan' | 'keptCodes' | 'tasks'>;
