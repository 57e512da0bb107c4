/** The user asked for something that cannot be done as it was asked. Ends the command with exit code 2. */
export class UsageError extends Error {
  readonly code: string;
  /** The next step for the user. */
  readonly hint: string;

  constructor(code: string, message: string, hint: string) {
    super(message);
    this.code = code;
    this.hint = hint;
  }
}
