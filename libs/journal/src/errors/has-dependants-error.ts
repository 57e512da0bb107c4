export interface Named {
  readonly id: string;
  readonly title: string;
}

/** Other applied changes stand on the one that should be taken back. Nothing was written. */
export class HasDependantsError extends Error {
  readonly code = 'has-dependants';
  readonly hint: string;
  readonly dependants: readonly Named[];

  constructor(ids: readonly string[], dependants: readonly Named[]) {
    const list = dependants.map(({ id, title }) => `  ${id} ${title}`).join('\n');
    super(`${ids.join(', ')} cannot be taken back alone; these changes stand on it:\n${list}`);
    this.name = 'HasDependantsError';
    this.hint = 'Take them back too with --with-dependants, or name them.';
    this.dependants = dependants;
  }
}
