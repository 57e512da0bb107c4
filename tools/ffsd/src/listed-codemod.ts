import type { Codemod, CodemodInfo } from '@ffsd/codemod';

/** A codemod as the command line and Nx list it: what is said about it, and how it is loaded when it runs. */
export interface ListedCodemod extends CodemodInfo {
  /** It writes files of its own instead of changing those of the user, so it cannot be limited to some of them. */
  readonly isSetup?: boolean;
  load(): Promise<Codemod>;
}
