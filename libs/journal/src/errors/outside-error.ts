/** A path leads out of the workspace or to something that is no file of it. Nothing was written. */
export class OutsideError extends Error {
  readonly code = 'outside-workspace';
  readonly hint = 'Only regular files inside the workspace are written.';
  readonly path: string;

  constructor(path: string, because: string) {
    super(`${path} is not written: ${because}.`);
    this.name = 'OutsideError';
    this.path = path;
  }
}
