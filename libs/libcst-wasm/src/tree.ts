import type { Node } from './node.ts';

/** Words of a row of the table; see rust/src/table.rs. */
export const WORDS = 7;
const HEAD = 0;
export const PARENT = 1;
export const NEXT = 2;
export const FULL_START = 3;
export const START = 4;
export const END = 5;
export const FULL_END = 6;

/** The parent of the first row. */
export const NONE = 0xffffffff;

/** A parsed text: its table of rows, and the nodes that have been made of them so far. */
export class Tree {
  readonly source: string;
  readonly words: Uint32Array;
  readonly defaultIndent: string;
  readonly defaultNewline: string;
  /** The name of the source's encoding, as Python names it. */
  readonly encoding: string;
  /** By row. */
  readonly nodes: (Node | undefined)[];

  constructor(source: string, words: Uint32Array, defaultIndent: string, defaultNewline: string, encoding: string) {
    this.source = source;
    this.words = words;
    this.defaultIndent = defaultIndent;
    this.defaultNewline = defaultNewline;
    this.encoding = encoding;
    // Made in its full length: filled at random places, an array that grows becomes a dictionary.
    this.nodes = new Array(this.rowCount);
  }

  get rowCount(): number {
    return this.words.length / WORDS;
  }

  kind(row: number): number {
    return this.words[row * WORDS + HEAD]! & 0xff;
  }

  parent(row: number): number {
    return this.words[row * WORDS + PARENT]!;
  }

  /** The index of the parent's field. */
  field(row: number): number {
    return (this.words[row * WORDS + HEAD]! >> 8) & 0xff;
  }

  flags(row: number): number {
    return this.words[row * WORDS + HEAD]! >> 16;
  }
}
