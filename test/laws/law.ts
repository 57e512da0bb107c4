import type { Case, CaseRun } from '@ffsd/cases';
import type { Codemod } from '@ffsd/codemod';

/** What every codemod keeps in every case, whatever it does. */
export interface Law {
  /** As a sentence. */
  readonly title: string;
  /** Throws an assertion error that says what is wrong. */
  check(tried: Tried): void | Promise<void>;
}

/** One case, and what the codemod said of it. */
export interface Tried {
  readonly codemod: Codemod;
  readonly case: Case;
  readonly run: CaseRun;
}
