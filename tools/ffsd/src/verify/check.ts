import type { Diagnostic } from './diagnostic.ts';

/** What one checker says of one project, before the changes and after them. */
export interface Check {
  /** To be read behind a number of files: `of apps/web/tsconfig.json`, `by pyright`. */
  readonly whose: string;
  /** The touched files that it holds. */
  readonly paths: readonly string[];
  /** How many files were looked at: those, and what their types reach. */
  readonly files: number;
  readonly before: readonly Diagnostic[];
  readonly after: readonly Diagnostic[];
  /** What it says of one file after the first steps of the run; undefined where that takes too long to ask for each. */
  at?(count: number, path: string): readonly Diagnostic[];
}
