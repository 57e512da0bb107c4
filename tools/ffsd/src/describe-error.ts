import { type ExitCode, exitCode } from './exit-code.ts';

export interface ErrorText {
  readonly code: ExitCode;
  readonly title: string;
  /** The next step for the user, or how to report a mistake of ours. */
  readonly hint: string;
}

/** What is said about an error: the errors of ffsd carry a `code` and a `hint`; every other one is a mistake of ours. */
export function describeError(error: unknown): ErrorText {
  if (!(error instanceof Error)) return describeError(new Error(String(error)));
  if (isTold(error)) {
    return { code: codeOf(error), title: error.message, hint: error.hint };
  }
  return { code: exitCode.broken, title: `this is a mistake in ffsd: ${error.message}`, hint: error.stack ?? '' };
}

function isTold(error: Error): error is Error & { readonly code: string; readonly hint: string } {
  return 'hint' in error && typeof error.hint === 'string' && 'code' in error;
}

function codeOf({ code, name }: Error & { readonly code: string }): ExitCode {
  if (code === 'verify/broken') return exitCode.unverified;
  // Changes that do not fit together are a mistake of the codemod, ours or somebody else's.
  if (name === 'SequenceError') return exitCode.broken;
  return refusals.has(code) ? exitCode.refused : exitCode.usage;
}

/** A limit was passed, or the files are not as the journal needs them: no misuse, and the same command may work a moment later. */
const refusals = new Set([
  'limit/max-changes',
  'conflict',
  'has-dependants',
  'locked',
  'outside-workspace',
  'unfinished-run',
  'write-failed',
  'damaged-journal',
  'verify/would-break',
]);
