import { ParseError } from './parse-error.ts';

/** The grammar took the text, and the crate then lost its way in the white space between the tokens. */
export class WhitespaceError extends ParseError {
  readonly code = 'whitespace';
  readonly hint =
    'This is a fault of the parser: leave the file as it is. Form feeds, lone carriage returns and comments in odd columns are what usually leads here.';
  readonly line = null;
  readonly column = null;

  /** @param reason What the crate says. */
  constructor(reason: string) {
    super(`the white space could not be read: ${reason}`);
    this.name = 'WhitespaceError';
  }
}
