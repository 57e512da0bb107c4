export interface NxRun {
  /** `nx g --dry-run`, also the one that Nx Console starts while a form is filled in. */
  readonly isDry: boolean;
  readonly isQuiet: boolean;
  readonly isVerbose: boolean;
  /** Somebody can be asked: not with `--no-interactive`, and not in a dry run, which Nx Console starts while a form is filled in. */
  readonly mayAsk: boolean;
  /** Nx is going to write the tree. */
  readonly willWrite: boolean;
}

/** How Nx runs this generator. It takes these flags out of the options, and leaves them in the environment. */
export function nxRun(env: NodeJS.ProcessEnv = process.env): NxRun {
  return {
    isDry: env.NX_DRY_RUN === 'true',
    isQuiet: env.NX_GENERATE_QUIET === 'true',
    isVerbose: env.NX_VERBOSE_LOGGING === 'true',
    mayAsk: env.NX_DRY_RUN !== 'true' && env.NX_INTERACTIVE !== 'false',
    // Not "anything but true": a sync generator runs in a tree that may be thrown away, and then the variable is not set. An
    // entry in the journal would tell of changes that were never written.
    willWrite: env.NX_DRY_RUN === 'false',
  };
}
