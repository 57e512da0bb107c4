/** Who holds the journal. */
export interface Owner {
  readonly pid: number;
  readonly host: string;
  /** ISO 8601. */
  readonly since: string;
  /** When the process started, as the system tells it, where it does: a pid is used again. */
  readonly started?: string;
}

/** Another run is at work in this workspace. Nothing was written. */
export class LockedError extends Error {
  readonly code = 'locked';
  readonly hint = 'Wait until it has ended and try again.';
  readonly owner: Owner;

  constructor(owner: Owner) {
    super(`Another run is at work here: process ${owner.pid} on ${owner.host}, since ${owner.since}.`);
    this.name = 'LockedError';
    this.owner = owner;
  }
}
