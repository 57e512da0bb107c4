/** A matcher was made of something that it cannot be made of. */
export class InvalidPatternError extends Error {
  readonly code = 'invalid-pattern';
  readonly hint: string;

  /**
   * @param problem What is wrong, as a sentence without its full stop.
   * @param hint What to do.
   */
  constructor(problem: string, hint: string) {
    super(`${problem}.`);
    this.name = 'InvalidPatternError';
    this.hint = hint;
  }
}
