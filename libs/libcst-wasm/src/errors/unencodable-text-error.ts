/** A text has a character that its encoding does not have. */
export class UnencodableTextError extends Error {
  readonly code = 'unencodable-text';
  readonly hint = 'Write the character as an escape, or change the encoding of the file and its `coding` comment.';
  readonly encoding: string;
  /** Where the character stands, in UTF-16 code units. */
  readonly offset: number;

  constructor(text: string, encoding: string, offset: number) {
    const point = text.codePointAt(offset)!.toString(16).toUpperCase().padStart(4, '0');
    super(`U+${point} at offset ${offset} has no place in ${encoding}`);
    this.name = 'UnencodableTextError';
    this.encoding = encoding;
    this.offset = offset;
  }
}
