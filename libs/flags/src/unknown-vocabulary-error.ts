/** A preset was named that does not exist. */
export class UnknownVocabularyError extends Error {
  readonly code = 'flags/unknown-vocabulary';
  readonly hint: string;
  readonly requested: string;

  constructor(requested: string, near: readonly string[], all: readonly string[]) {
    super(`there is no preset ${JSON.stringify(requested)}`);
    this.requested = requested;
    this.hint = near.length > 0 ? `Did you mean ${near.join(' or ')}?` : `Known presets: ${all.join(', ')}.`;
  }
}
