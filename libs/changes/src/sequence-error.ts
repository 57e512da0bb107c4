export type SequenceProblem =
  | 'duplicate-id'
  | 'unknown-dependency'
  | 'dependency-cycle'
  | 'undeclared-dependency'
  | 'file-twice'
  | 'file-exists'
  | 'file-missing';

/** The changes do not fit together or do not fit the files. A mistake of the codemod that made them, not of the user. */
export class SequenceError extends Error {
  readonly code: SequenceProblem;
  readonly hint = 'Please report this with the command that was run; no file was changed.';
  /** Ids of the changes that are at odds; the one that could not be placed comes first. */
  readonly changes: readonly string[];
  readonly path: string | undefined;

  constructor(code: SequenceProblem, message: string, changes: readonly string[], path?: string) {
    super(message);
    this.name = 'SequenceError';
    this.code = code;
    this.changes = changes;
    this.path = path;
  }
}
