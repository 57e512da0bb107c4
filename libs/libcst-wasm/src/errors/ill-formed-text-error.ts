import { ParseError } from './parse-error.ts';
import { placeOf } from './place-of.ts';

/** The string holds half of a surrogate pair, so no file can have this text and UTF-8 cannot spell it. */
export class IllFormedTextError extends ParseError {
  readonly code = 'ill-formed-text';
  readonly hint = 'Give the bytes of the file, or write the character as an escape in the Python source.';
  readonly line: number;
  readonly column: number;
  /** Where the lone surrogate stands, in UTF-16 code units. */
  readonly offset: number;

  constructor(source: string, offset: number) {
    const { line, column } = placeOf(source, offset);
    const unit = source.charCodeAt(offset).toString(16);
    super(`${line}:${column + 1} lone surrogate U+${unit.toUpperCase()}`);
    this.name = 'IllFormedTextError';
    this.line = line;
    this.column = column;
    this.offset = offset;
  }
}
