import type { Change } from '@ffsd/changes';
import type { Edit } from '@ffsd/edits';
import type { Effect } from '../disk/effect.ts';

/** What a change of a run was, for whoever looks back. */
export interface RecordedChange extends Omit<Change, 'files'> {
  /** Every path it touched; for a rename, both. */
  readonly paths: readonly string[];
  /** The name of its patch in the folder of the run. */
  readonly patch: string;
}

/** A change of a certain run. The same change may come again in a later run, after it was lost from the files some other way. */
export interface ChangeKey {
  readonly run: string;
  readonly change: string;
}

interface RecordBase {
  /** The version of this format. */
  readonly version: 1;
  /** `0007-remove-switches`: counted up, so the order of ids is the order of runs. */
  readonly id: string;
  readonly number: number;
  /** As the user gave it. */
  readonly command: string;
  /** ISO 8601. */
  readonly createdAt: string;
  /** The files are written by somebody else, such as Nx, after the intent was recorded. */
  readonly external: boolean;
  /** Every path that the run may write. */
  readonly paths: readonly string[];
}

/** One operation on the journal, as it stands in `run.json`. It is written once and never changed. */
export type RunRecord = RecordBase &
  (
    | { readonly kind: 'apply'; readonly changes: readonly RecordedChange[] }
    /** `keys` in the order in which they were taken back or done again, and a patch for each. */
    | { readonly kind: 'undo' | 'redo'; readonly keys: readonly ChangeKey[]; readonly patches: readonly string[] }
  );

/** What a step of a change did to one file. */
export type RecordedStep =
  | { readonly kind: 'edit'; readonly path: string; readonly edits: readonly Edit[] }
  | { readonly kind: 'create'; readonly path: string; readonly text: string }
  | { readonly kind: 'delete'; readonly path: string }
  | { readonly kind: 'rename'; readonly path: string; readonly to: string };

/** `texts.json`: what it takes to finish a run, to take it back, and to find its changes again in files that moved on. */
export interface RunTexts {
  readonly version: 1;
  readonly effects: readonly Effect[];
  /** For a run that applies: its changes, in their order. */
  readonly steps: readonly { readonly change: string; readonly files: readonly RecordedStep[] }[];
}
