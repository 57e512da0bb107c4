/** A flag value on the command line that may mean two things. */
export class InvalidValueError extends Error {
  readonly code = 'flags/invalid-value';
  /** The next step for the user. */
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.hint = hint;
  }
}
