import type { ChangeSet } from '@ffsd/changes';
import type { OnStep } from './disk/disk.ts';
import type { LogEntry } from './log.ts';
import type { MovedChange } from './plan/move-plan.ts';
import type { RunMeta } from './record/record-apply.ts';
import type { RecoverOptions } from './recover.ts';

export interface JournalOptions {
  /** Milliseconds to wait for another run in this workspace; 3000 unless told. */
  readonly wait?: number;
  /** Called before each step that changes the disk, for tests that stop there. */
  readonly onStep?: OnStep;
}

/** What a run did. */
export interface RunSummary {
  /** The id of the run. */
  readonly run: string;
  /** Every path that was written, removed or looked after. */
  readonly paths: readonly string[];
}

export interface MoveOptions extends Partial<RunMeta> {
  /** Only says what would be done. */
  readonly dryRun?: boolean;
}

export interface UndoOptions extends MoveOptions {
  /** Takes back what stands on the chosen changes, too. */
  readonly withDependants?: boolean;
}

/** What was taken back or done again, in that order. */
export interface MoveSummary {
  /** The id of the run that did it; undefined for a dry run. */
  readonly run: string | undefined;
  readonly changes: readonly MovedChange[];
  readonly paths: readonly string[];
}

/** A run whose files somebody else writes, such as Nx. The journal is locked until it is sealed or abandoned. */
export interface ExternalRun extends RunSummary {
  /** For an undo or a redo: what to do to the files. */
  readonly changes: readonly MovedChange[];
  /**
   * Ends the run after the files were written.
   *
   * @throws ConflictError when a file still is as it was; the run then stays unfinished.
   */
  seal(): void;
  /** Gives up: the run stays unfinished, for `resume` or `takeBack`. */
  abandon(): void;
}

export interface Shown {
  readonly entry: LogEntry;
  /** The id of the change, when one was asked for. */
  readonly change: string | undefined;
  /** Unified diffs, as `git apply` takes them. */
  readonly patch: string;
}

/** What was done to a workspace, in which order, and how to take it back. */
export interface Journal {
  /**
   * Writes the changes into the files, all or none. Undefined when there is nothing to write.
   *
   * @throws ConflictError when a file is not as it was when the changes were planned.
   * @throws OutsideError when a path leads out of the workspace.
   * @throws WriteFailedError when the system refuses; the files are as before.
   * @throws LockedError, UnfinishedRunError
   */
  apply(set: ChangeSet, meta: RunMeta): RunSummary | undefined;
  /** Records what somebody else is about to write. Throws as {@link apply} does. */
  begin(set: ChangeSet, meta: RunMeta): ExternalRun | undefined;
  /** Records an undo that somebody else is about to write. Throws as {@link undo} does. */
  beginUndo(ids: readonly string[], options?: UndoOptions): ExternalRun;
  /** All runs, the oldest first. */
  log(): readonly LogEntry[];
  /** @throws UnknownIdError */
  show(id: string): Shown;
  /**
   * Takes back changes, whole runs, or without ids the last run. An interrupted run is taken back; an interrupted undo is finished.
   *
   * @throws HasDependantsError, ConflictError, UnknownIdError, NothingToDoError, LockedError, UnfinishedRunError, WriteFailedError
   */
  undo(ids?: readonly string[], options?: UndoOptions): MoveSummary;
  /**
   * Does again what was taken back: changes, whole runs, or without ids what was taken back last.
   *
   * @throws MissingDependenciesError, ConflictError, UnknownIdError, NothingToDoError, LockedError, UnfinishedRunError, WriteFailedError
   */
  redo(ids?: readonly string[], options?: MoveOptions): MoveSummary;
  /**
   * Finishes the interrupted run.
   *
   * @throws NothingToDoError when there is none.
   * @throws ConflictError when somebody changed its files since.
   */
  resume(options?: RecoverOptions): RunSummary;
  /** Brings the files back to what they were before the interrupted run. Throws as {@link resume} does. */
  takeBack(options?: RecoverOptions): RunSummary;
}
