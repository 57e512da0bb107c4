/** What to read a text as. */
export type Mode = 'module' | 'statement' | 'expression';

/** A table of nodes as the parser gives it. */
export interface Answer {
  /** Seven words a row; see rust/src/table.rs. */
  readonly words: Uint32Array;
  readonly defaultIndent: string;
  readonly defaultNewline: string;
}
