/**
 * What a codemod of your own needs.
 *
 * A codemod is a value made by {@link defineCodemod}: a name, options, and a pure function from a {@link Workspace} to outcomes.
 * `npx ffsd codemod NAME` writes the folder of one with a failing case, `npx ffsd cases FOLDER` runs its cases, and
 * `npx ffsd run FOLDER/codemod.ts` runs it with diffs, a journal and undo.
 *
 * @packageDocumentation
 */
export type {
  Change,
  ChangeSet,
  Draft,
  Evidence,
  FileEdit,
  FileStep,
  Kept,
  Outcome,
  Place,
  Safety,
  Step,
} from '@ffsd/changes';
export { assemble, diffEdits, hash, isChange, sequence, unifiedDiff } from '@ffsd/changes';
export type { Codemod, Example, OptionSpec, OptionSpecs, OptionValues } from '@ffsd/codemod';
export { defineCodemod, UsageError } from '@ffsd/codemod';
export type { Edit } from '@ffsd/edits';
export { apply, invert } from '@ffsd/edits';
export type { SourceFile, Unparsable } from '@ffsd/typescript';
export { isParsed, parse, walk } from '@ffsd/typescript';
export type { Workspace } from '@ffsd/workspace';
export { memoryWorkspace } from '@ffsd/workspace';
