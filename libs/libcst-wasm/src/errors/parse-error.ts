/**
 * A text that is not taken, for whichever reason: catch this one to go on with the next file. The classes that extend it
 * say why.
 */
export abstract class ParseError extends Error {
  abstract readonly code: string;
  /** What to do about it. */
  abstract readonly hint: string;
  /** Counted from 1; null where no place can be named. */
  abstract readonly line: number | null;
  /** Counted from 0 in code points, as Python counts; null where no place can be named. */
  abstract readonly column: number | null;
}
