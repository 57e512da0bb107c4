/** A record of the journal cannot be read: it was changed by hand, or written by a newer version. */
export class DamagedJournalError extends Error {
  readonly code = 'damaged-journal';
  readonly hint = 'Restore the file or move its folder away; what it tells of can then no longer be taken back.';
  readonly path: string;

  constructor(path: string, because: string, cause?: unknown) {
    super(`The journal cannot be read: ${path}: ${because}.`, { cause });
    this.name = 'DamagedJournalError';
    this.path = path;
  }
}
