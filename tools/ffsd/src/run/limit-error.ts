/** There is more to change than the user wants to review at once. */
export class LimitError extends Error {
  readonly code = 'limit/max-changes';
  readonly hint = 'Nothing was written. Limit the run with paths, --project or --only, or raise --max-changes.';

  constructor(count: number, limit: number) {
    super(`there are ${count} changes, and --max-changes is ${limit}`);
    this.name = 'LimitError';
  }
}
