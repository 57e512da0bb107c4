/** A pattern of flag reads that cannot be used as it was written. */
export class InvalidReadError extends Error {
  readonly code = 'flags/invalid-read';
  /** The next step for the user. */
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.hint = hint;
  }
}
