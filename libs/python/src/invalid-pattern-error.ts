/** A pattern that the user gave is no code. */
export class InvalidPatternError extends Error {
  readonly code = 'python/invalid-pattern';
  readonly hint =
    'A pattern is one expression with metavariables, such as is_enabled($FLAG), flags.$FLAG, @flag_required($FLAG) or client.variation($FLAG, $$$).';

  constructor(pattern: string, reason: string) {
    super(`the pattern ${JSON.stringify(pattern)} cannot be read: ${reason}`);
  }
}
