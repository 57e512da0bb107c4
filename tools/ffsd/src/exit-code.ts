/** How a command ends. Scripts depend on these numbers. */
export const exitCode = {
  done: 0,
  /** `--check` found something to change. */
  found: 1,
  /** Wrong options or a wrong ffsd.json. */
  usage: 2,
  /** Done, but some files could not be read, parsed or transformed; they are listed. */
  incomplete: 3,
  /** Nothing was written: a conflict, a limit, or a lock. */
  refused: 4,
  /** `--verify` found that something breaks: in a dry run, or after writing. */
  unverified: 5,
  /** A mistake in ffsd itself (EX_SOFTWARE). */
  broken: 70,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
