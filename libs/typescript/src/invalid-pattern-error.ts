/** A pattern that the user gave is no code. */
export class InvalidPatternError extends Error {
  readonly code = 'typescript/invalid-pattern';
  readonly hint =
    'A pattern is one expression with metavariables, such as isEnabled($FLAG), flags.$FLAG or client.getBooleanValue($FLAG, $$$).';

  constructor(pattern: string, reason: string) {
    super(`the pattern ${JSON.stringify(pattern)} cannot be read: ${reason}`);
  }
}
