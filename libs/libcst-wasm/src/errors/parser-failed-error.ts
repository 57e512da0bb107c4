import { ParseError } from './parse-error.ts';

/** The parser itself broke down. The next text gets a new one. */
export class ParserFailedError extends ParseError {
  readonly code = 'parser-failed';
  readonly hint: string;
  readonly line = null;
  readonly column = null;

  /**
   * @param cause What WebAssembly threw.
   * @param bytes How much memory the parser had by then.
   */
  constructor(cause: unknown, bytes: number) {
    super(`the parser broke down: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.name = 'ParserFailedError';
    // WebAssembly has four gigabytes, and memory grows by doubling.
    this.hint =
      bytes > 2 ** 31
        ? 'The text is too large for the four gigabytes that WebAssembly has.'
        : 'This is a fault of the parser: leave the file as it is, and report it.';
  }
}
