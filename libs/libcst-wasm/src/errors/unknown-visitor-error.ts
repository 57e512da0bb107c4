/** A visitor or a transformer has a function that is named after no node, so that it would never be called. */
export class UnknownVisitorError extends Error {
  readonly code = 'unknown-visitor';
  readonly hint =
    "Functions are named after LibCST's classes: FunctionDef before its children, leaveFunctionDef after.";

  /** @param name The name of the function. */
  constructor(name: string) {
    super(`There is no node for a function named ${name}.`);
    this.name = 'UnknownVisitorError';
  }
}
