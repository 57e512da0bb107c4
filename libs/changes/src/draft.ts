import type { Change } from './change.ts';

/** A change as a codemod finds it while it works: on the text as its earlier drafts have left it. */
export interface Draft extends Omit<Change, 'id'> {
  /** Names the draft within the run, for `dependsOn`. Part of the change's id, so it must not depend on the time or the order of work. */
  readonly key: string;
  /** Keys of earlier drafts. Those that it cannot stand without as text are found by `assemble`. */
  readonly dependsOn: readonly string[];
}
