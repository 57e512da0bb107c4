/** The parts of a string as it is written. */
export interface StringLiteral {
  /** In small letters: `r`, `u`, `b`, `br`, `rb` or nothing. */
  readonly prefix: string;
  /** One quote or three. */
  readonly quote: string;
  /** What stands between the quotes, as it is written. */
  readonly rawValue: string;
}

/** Takes apart the `value` of a `SimpleString`: LibCST's `prefix`, `quote` and `raw_value`. */
export function stringLiteral(value: string): StringLiteral {
  const [, prefix = '', quote = ''] = /^([a-z]*)('''|"""|'|")/i.exec(value) ?? [];
  const rawValue = value.slice(prefix.length + quote.length, -quote.length);
  return { prefix: prefix.toLowerCase(), quote, rawValue };
}
