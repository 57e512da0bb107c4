/** Replaces the characters `start..end` of one source text by `text`. */
export interface Edit {
  /** UTF-16 offset of the first character that goes. */
  readonly start: number;
  /** UTF-16 offset behind the last character that goes; equal to `start` for an insertion. */
  readonly end: number;
  /** What stands there afterwards. */
  readonly text: string;
}
