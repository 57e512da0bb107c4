/** A node was to be built with a field that it does not have, or with a value that cannot stand there. */
export class InvalidFieldError extends Error {
  readonly code = 'invalid-field';
  readonly hint: string;

  /**
   * @param type The type of the node.
   * @param field The name of the field as it was given.
   * @param problem What is wrong with it, as the rest of a sentence.
   * @param hint What to do.
   */
  constructor(type: string, field: string, problem: string, hint: string) {
    super(`${type}.${field} ${problem}.`);
    this.name = 'InvalidFieldError';
    this.hint = hint;
  }
}
