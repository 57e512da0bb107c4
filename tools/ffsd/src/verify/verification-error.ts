/** The checks that were asked for say that something breaks, or broke. */
export class VerificationError extends Error {
  readonly code: 'verify/would-break' | 'verify/broken';
  readonly hint: string;

  constructor(code: VerificationError['code'], message: string, hint: string) {
    super(message);
    this.name = 'VerificationError';
    this.code = code;
    this.hint = hint;
  }
}
