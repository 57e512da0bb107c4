/** The text of a pattern is no expression and no tag of a template. */
export class InvalidTemplatePatternError extends Error {
  override readonly name = 'InvalidTemplatePatternError';
  readonly code = 'templates/invalid-pattern';
  readonly hint = 'Write an expression, such as flags.$FLAG, or a tag: {% feature $FLAG %}.';

  constructor(pattern: string) {
    super(`the pattern ${JSON.stringify(pattern)} is no expression and no tag of a template`);
  }
}
