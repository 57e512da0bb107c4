/** A node was to be replaced that is not in the tree, or that is below another one that is replaced. */
export class NodeNotFoundError extends Error {
  readonly code = 'node-not-found';
  readonly hint =
    'Look for the node in the tree that is to be changed: after a change the nodes between it and the root are new ones.';

  /**
   * @param type The type of the node that was not found.
   * @param root The type of the root.
   */
  constructor(type: string, root: string) {
    super(`The ${type} that was to be replaced is not in this ${root}, or it is below another node that is replaced.`);
    this.name = 'NodeNotFoundError';
  }
}
