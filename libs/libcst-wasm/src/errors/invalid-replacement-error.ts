/** A transformer wants something of a node that cannot be done where the node stands. */
export class InvalidReplacementError extends Error {
  readonly code = 'invalid-replacement';
  readonly hint =
    'Only items of lists and optional fields can be removed, and only items of lists can become several nodes. Change the parent instead.';

  /**
   * @param type The type of the node.
   * @param where The field of the parent in which it stands, or null for the root.
   * @param wish What was to happen to it, as the rest of a sentence.
   */
  constructor(type: string, where: { readonly type: string; readonly field: string } | null, wish: string) {
    super(`${type}, ${where === null ? 'the root' : `which is ${where.type}.${where.field}`}, ${wish}.`);
    this.name = 'InvalidReplacementError';
  }
}
