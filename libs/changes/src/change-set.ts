import type { Edit } from '@ffsd/edits';
import type { Change, Kept } from './change.ts';

/** What one change does to one file when the changes of a run are applied in their order. */
export interface FileStep {
  readonly path: string;
  /** Set when the file is renamed. */
  readonly to?: string;
  /** The text before this step; undefined when the step creates the file. */
  readonly before: string | undefined;
  /** The text after this step; undefined when the step deletes the file. */
  readonly after: string | undefined;
  /** On `before`; empty for a creation, a deletion and a plain rename. */
  readonly edits: readonly Edit[];
}

export interface Step {
  readonly change: Change;
  readonly files: readonly FileStep[];
}

/** One run: its changes in an order that works, and everything that was left alone. */
export interface ChangeSet {
  readonly steps: readonly Step[];
  readonly kept: readonly Kept[];
}
