/** The system refused to write. What was already replaced was put back, unless {@link left} names files. */
export class WriteFailedError extends Error {
  readonly code = 'write-failed';
  readonly hint: string;
  readonly path: string;
  /** Files that could not be put back; empty unless the system refused that as well. */
  readonly left: readonly string[];

  constructor(path: string, cause: unknown, left: readonly string[] = []) {
    super(
      `${path} could not be written: ${reasonOf(cause)}. ${left.length === 0 ? 'No file was changed.' : `Not put back: ${left.join(', ')}.`}`,
      {
        cause,
      },
    );
    this.name = 'WriteFailedError';
    this.path = path;
    this.left = left;
    this.hint = left.length === 0 ? 'Remove the cause and run it again.' : 'Remove the cause, then: ffsd undo --resume';
  }
}

function reasonOf(cause: unknown): string {
  const { code, message } = cause as NodeJS.ErrnoException;
  switch (code) {
    case 'EACCES':
    case 'EPERM':
      return 'permission denied';
    case 'EROFS':
      return 'the file system is read-only';
    case 'ENOSPC':
      return 'the disk is full';
    case 'EDQUOT':
      return 'the disk quota is used up';
    case 'ENOENT':
      return 'it has vanished';
    default:
      return message ?? String(cause);
  }
}
