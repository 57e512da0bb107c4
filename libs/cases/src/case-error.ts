/** A case file that cannot be read. */
export class CaseError extends Error {
  readonly code = 'cases/unreadable';
  readonly hint = 'The format is described in CONTRIBUTING.md; a neighbouring fixture is the quickest example.';
  readonly path: string;
  /** Counted from 1. */
  readonly line: number;

  constructor(path: string, line: number, message: string) {
    super(`${path}:${line}: ${message}`);
    this.name = 'CaseError';
    this.path = path;
    this.line = line;
  }
}
