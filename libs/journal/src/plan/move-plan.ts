import type { FileStep } from '@ffsd/changes';
import type { Effect } from '../disk/effect.ts';
import type { ChangeKey, RecordedChange } from '../record/run-record.ts';

/** What stands at a path: a text, nothing (null), or something that is no text (undefined). */
export interface Found {
  readonly text: string | null | undefined;
  /** Permission bits. */
  readonly mode?: number;
}

export interface MovedChange {
  readonly key: ChangeKey;
  readonly change: RecordedChange;
  /** What taking it back, or doing it again, does to each file. */
  readonly files: readonly FileStep[];
}

/** Changes to be taken back or done again, in the order in which that happens. */
export interface MovePlan {
  readonly moved: readonly MovedChange[];
  readonly effects: readonly Effect[];
}
