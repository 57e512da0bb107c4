/** There is nothing to take back, to redo, to finish. Nothing was written. */
export class NothingToDoError extends Error {
  readonly code: 'nothing-to-undo' | 'nothing-to-redo' | 'nothing-unfinished';
  readonly hint = 'What was done is listed by: ffsd log';

  constructor(code: 'nothing-to-undo' | 'nothing-to-redo' | 'nothing-unfinished', message: string) {
    super(message);
    this.name = 'NothingToDoError';
    this.code = code;
  }
}
