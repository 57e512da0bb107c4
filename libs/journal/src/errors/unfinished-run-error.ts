/** An earlier run was interrupted. Until it is finished or taken back, nothing else can be done. */
export class UnfinishedRunError extends Error {
  readonly code = 'unfinished-run';
  readonly hint = 'Finish it with: ffsd undo --resume, or take it back with: ffsd undo';
  readonly run: string;

  constructor(run: string, cause?: unknown) {
    super(`The run ${run} was interrupted and is not finished.`, { cause });
    this.name = 'UnfinishedRunError';
    this.run = run;
  }
}
