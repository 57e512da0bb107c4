/** A node was asked about that is not of the module whose scopes these are. */
export class ForeignNodeError extends Error {
  readonly code = 'foreign-node';
  readonly hint = 'Ask the scopes of the module that the node belongs to: scopesOf(module).';

  /** @param type The type of the node. */
  constructor(type: string) {
    super(`This ${type} is not a node of the module that was analysed.`);
    this.name = 'ForeignNodeError';
  }
}
