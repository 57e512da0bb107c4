/** A part of a run was chosen that does not stand without more of the run. */
export class MissingDependenciesError extends Error {
  readonly code = 'missing-dependencies';
  readonly hint: string;
  /** Ids of the changes that must be chosen too. */
  readonly missing: readonly string[];

  constructor(chosen: readonly string[], missing: readonly string[]) {
    super(`${chosen.join(', ')} cannot be applied without ${missing.join(', ')}.`);
    this.name = 'MissingDependenciesError';
    this.hint = `Add ${missing.join(', ')}, or leave out what needs ${missing.length === 1 ? 'it' : 'them'}.`;
    this.missing = missing;
  }
}
