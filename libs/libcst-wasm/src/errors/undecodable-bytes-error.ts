import { ParseError } from './parse-error.ts';

/** The bytes are no text in the encoding of the file. Python refuses them too. */
export class UndecodableBytesError extends ParseError {
  readonly code = 'undecodable-bytes';
  readonly hint =
    'Name the encoding in the first line, as in `# -*- coding: latin-1 -*-`, or convert the file to UTF-8.';
  readonly line: number;
  readonly column = null;
  readonly encoding: string;
  /** Where the first byte is that means nothing. */
  readonly byteOffset: number;

  constructor(bytes: Uint8Array, encoding: string, byteOffset: number) {
    const line = lineOf(bytes, byteOffset);
    const byte = (bytes[byteOffset] ?? 0).toString(16).padStart(2, '0');
    super(`line ${line}: byte 0x${byte} at offset ${byteOffset} is no ${encoding}`);
    this.name = 'UndecodableBytesError';
    this.line = line;
    this.encoding = encoding;
    this.byteOffset = byteOffset;
  }
}

function lineOf(bytes: Uint8Array, end: number): number {
  let line = 1;
  for (let at = 0; at < end; at++) {
    if (bytes[at] === 0x0a || (bytes[at] === 0x0d && bytes[at + 1] !== 0x0a)) line++;
  }
  return line;
}
