/** A position was asked of a node that is not in a source. */
export class DetachedNodeError extends Error {
  readonly code = 'detached-node';
  readonly hint =
    'Only nodes of parseModule, parseStatement and parseExpression have positions; nodes of create() and with() have none.';

  /** @param type The type of the node. */
  constructor(type: string) {
    super(`This ${type} was built, so it has no position.`);
    this.name = 'DetachedNodeError';
  }
}
