import { ParseError } from './parse-error.ts';

/** The text is nested deeper than the stack or the parser's own limits allow. */
export class NestingTooDeepError extends ParseError {
  readonly code = 'nesting-too-deep';
  readonly hint =
    'Split the expression or the blocks; in a browser the stack is smaller than in Node, where a thread with a larger one takes over.';
  readonly line: number | null;
  readonly column: number | null;

  /**
   * @param limit Which limit was met, as a sentence without a full stop.
   * @param place Where, if it is known.
   */
  constructor(limit: string, place?: { readonly line: number; readonly column: number }, options?: ErrorOptions) {
    super(place ? `${place.line}:${place.column + 1} ${limit}` : limit, options);
    this.name = 'NestingTooDeepError';
    this.line = place?.line ?? null;
    this.column = place?.column ?? null;
  }
}
