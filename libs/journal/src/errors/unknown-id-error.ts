/** No run and no change has this id or prefix, or several have it. */
export class UnknownIdError extends Error {
  readonly code: 'unknown-id' | 'ambiguous-id';
  readonly hint: string;
  /** The ids that were probably meant. */
  readonly candidates: readonly string[];

  constructor(id: string, code: 'unknown-id' | 'ambiguous-id', candidates: readonly string[]) {
    super(
      code === 'unknown-id'
        ? `There is no run and no change ${id} in the journal.`
        : `${id} is the beginning of several ids: ${candidates.join(', ')}.`,
    );
    this.name = 'UnknownIdError';
    this.code = code;
    this.candidates = candidates;
    this.hint =
      code === 'ambiguous-id'
        ? 'Give more characters.'
        : candidates.length === 0
          ? 'The journal is empty.'
          : `Did you mean ${candidates.join(' or ')}? All ids are listed by: ffsd log`;
  }
}
