/** What is known on the way through a template. */
export interface Reading {
  readonly text: string;
  /** Kinds of nodes that are not known here. */
  readonly unknown: string[];
  /** Every character is shown, as in `<pre>`. */
  readonly isExact: boolean;
}
