import { ParseError } from './parse-error.ts';

/** The bytes are in an encoding that is unknown, contradicts the byte order mark, or cannot be read or written here. */
export class UnsupportedEncodingError extends ParseError {
  readonly code = 'unsupported-encoding';
  readonly hint = 'Convert the file to UTF-8, or decode it yourself and give the string.';
  readonly line = null;
  readonly column = null;
  /** As the file or the caller names it. */
  readonly encoding: string;

  /** @param problem The rest of a sentence that begins with the encoding. */
  constructor(encoding: string, problem: string) {
    super(`the encoding ${JSON.stringify(encoding)} ${problem}`);
    this.name = 'UnsupportedEncodingError';
    this.encoding = encoding;
  }
}
