/** One case of a codemod, as it is written in a Markdown file. */
export interface Case {
  /** The codemod's folder under `codemods/`. */
  readonly codemod: string;
  /** The Markdown file, relative to the repository. */
  readonly source: string;
  /** The line of the title, counted from 1. */
  readonly line: number;
  /** The law as a sentence. */
  readonly title: string;
  readonly files: readonly CaseFile[];
  /** What the codemod is called with; what stands before the first title is merged in. */
  readonly options: Readonly<Record<string, unknown>>;
  /** What Markdown cannot carry; the texts of `files` already have it. */
  readonly bytes: ByteOptions;
  readonly driver: CaseFile | undefined;
  readonly expected: Expectation;
}

export interface CaseFile {
  readonly path: string;
  readonly text: string;
}

/** The blocks that `UPDATE_FIXTURES=1` writes. Undefined where the case has no such block: no change, or nothing kept. */
export interface Expectation {
  readonly diff: string | undefined;
  readonly kept: string | undefined;
}

export interface ByteOptions {
  /** Lines end with `\r\n`. */
  readonly crlf?: boolean;
  /** The file begins with a byte order mark. */
  readonly bom?: boolean;
  /** The last line has no line end. */
  readonly noFinalNewline?: boolean;
}
