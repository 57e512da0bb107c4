import { codeFrame } from './code-frame.ts';
import { ParseError } from './parse-error.ts';
import { placeOf } from './place-of.ts';

/** The parser took the text, but its tree does not spell it byte for byte, so its positions could not be trusted. */
export class RoundTripError extends ParseError {
  readonly code = 'round-trip';
  readonly hint =
    'This is a fault of the parser, not of the text: leave the file as it is, and report the lines at the place.';
  readonly line: number;
  readonly column: number;
  /** Where the tree and the text first differ, in UTF-16 code units. */
  readonly offset: number;
  readonly frame: string;

  constructor(source: string, offset: number) {
    const { line, column } = placeOf(source, offset);
    super(`${line}:${column + 1} the tree does not spell the text from here on`);
    this.name = 'RoundTripError';
    this.line = line;
    this.column = column;
    this.offset = offset;
    this.frame = codeFrame(source, offset, offset + 1);
  }
}
