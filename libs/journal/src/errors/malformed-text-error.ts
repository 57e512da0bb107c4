/** A new text holds half of a surrogate pair, which no file in UTF-8 can hold. A mistake of the codemod. Nothing was written. */
export class MalformedTextError extends Error {
  readonly code = 'malformed-text';
  readonly hint = 'Please report this with the command that was run.';
  readonly path: string;

  constructor(path: string) {
    super(`The new text of ${path} cuts a character in half.`);
    this.name = 'MalformedTextError';
    this.path = path;
  }
}
