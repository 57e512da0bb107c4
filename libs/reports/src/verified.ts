import type { Place } from '@ffsd/changes';

/** What the checks of a project said of a run. */
export interface Verified {
  /** One line for each check: what was looked at, and what came of it. */
  readonly lines: readonly string[];
  /** What was right before and is not any more. */
  readonly problems: readonly Problem[];
}

export interface Problem {
  readonly text: string;
  readonly place?: Place;
  /** The id of the change that it came with. */
  readonly change?: string;
}
