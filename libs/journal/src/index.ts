/**
 * What was done to a workspace, in which order, and how to take it back.
 *
 * {@link openJournal} gives the one door. Everything is written down before the first file is touched and nothing is ever half
 * written, so whatever happens in between can be finished or taken back. A change is taken back alone, weeks later and in a file that
 * moved on, or not at all.
 *
 * @packageDocumentation
 */

export type { OnStep } from './disk/disk.ts';
export type { Disagreement } from './errors/conflict-error.ts';
export { ConflictError } from './errors/conflict-error.ts';
export { DamagedJournalError } from './errors/damaged-journal-error.ts';
export type { Named } from './errors/has-dependants-error.ts';
export { HasDependantsError } from './errors/has-dependants-error.ts';
export type { Owner } from './errors/locked-error.ts';
export { LockedError } from './errors/locked-error.ts';
export { MalformedTextError } from './errors/malformed-text-error.ts';
export { NothingToDoError } from './errors/nothing-to-do-error.ts';
export { OutsideError } from './errors/outside-error.ts';
export { UnfinishedRunError } from './errors/unfinished-run-error.ts';
export { UnknownIdError } from './errors/unknown-id-error.ts';
export { WriteFailedError } from './errors/write-failed-error.ts';
export type {
  ExternalRun,
  Journal,
  JournalOptions,
  MoveOptions,
  MoveSummary,
  RunSummary,
  Shown,
  UndoOptions,
} from './journal.ts';
export type { LogEntry, LoggedChange } from './log.ts';
export { openJournal } from './open-journal.ts';
export type { MovedChange } from './plan/move-plan.ts';
export type { RunMeta } from './record/record-apply.ts';
export type { RecordedChange } from './record/run-record.ts';
export type { FileProgress, RecoverOptions } from './recover.ts';
