/**
 * What a codemod says about a workspace: changes with a reason, and places it left alone with a reason.
 *
 * A {@link Change} stands on what it depends on and on nothing else. A codemod makes such changes by {@link assemble} from
 * the steps as it took them; {@link sequence} puts them, or any part of them that is closed under dependencies, in an order and says
 * what each does to each file; {@link unifiedDiff} shows it.
 *
 * @packageDocumentation
 */

export { assemble } from './assemble.ts';
export type { Change, Evidence, FileEdit, Kept, Outcome, Place, Safety, Task } from './change.ts';
export { isChange } from './change.ts';
export type { ChangeSet, FileStep, Step } from './change-set.ts';
export type { Dependent } from './dependencies.ts';
export { dependantsOf, dependenciesOf } from './dependencies.ts';
export { diffEdits } from './diff-edits.ts';
export type { Draft } from './draft.ts';
export { hash } from './hash.ts';
export { MissingDependenciesError } from './missing-dependencies-error.ts';
export type { Entry, Separated, Stuck, Swap } from './separate.ts';
export { separate, swapEntries } from './separate.ts';
export { sequence } from './sequence.ts';
export type { SequenceProblem } from './sequence-error.ts';
export { SequenceError } from './sequence-error.ts';
export { subset } from './subset.ts';
export type { DiffOptions } from './unified-diff.ts';
export { unifiedDiff } from './unified-diff.ts';
