/**
 * What a codemod says about a workspace: changes with a reason, and places it left alone with a reason.
 *
 * @packageDocumentation
 */
export type { Change, Evidence, FileEdit, Kept, Outcome, Place, Safety } from './change.ts';
export { isChange } from './change.ts';
export type { ChangeSet, FileStep, Step } from './change-set.ts';
