import { codeFrame } from './code-frame.ts';
import { ParseError } from './parse-error.ts';
import { placeOf } from './place-of.ts';

/** The text is no Python, or none that LibCST's grammar knows. */
export class ParserSyntaxError extends ParseError {
  readonly code = 'syntax-error';
  readonly hint: string;
  readonly line: number;
  readonly column: number;
  /** Where the token begins that could not stand there, in UTF-16 code units. */
  readonly offset: number;
  /** Where it ends. */
  readonly end: number;
  /** What could have stood there, as the grammar names it: `NAME`, `)`, `and` … Empty where the tokenizer gave up. */
  readonly expected: readonly string[];
  /** The line of the place with a mark below. */
  readonly frame: string;

  /**
   * @param source The text.
   * @param problem What is wrong, without the place.
   * @param offset In UTF-16 code units.
   * @param end In UTF-16 code units.
   */
  constructor(source: string, problem: string, offset: number, end: number, expected: readonly string[]) {
    const { line, column } = placeOf(source, offset);
    // As editors and LibCST count, the first column is 1 here.
    super(`${line}:${column + 1} ${problem}${listed(expected)}`);
    this.name = 'ParserSyntaxError';
    this.hint = hintFor(source);
    this.line = line;
    this.column = column;
    this.offset = offset;
    this.end = end;
    this.expected = expected;
    this.frame = codeFrame(source, offset, end);
  }
}

const SHOWN = 6;

function listed(expected: readonly string[]): string {
  if (expected.length === 0) return '';
  const shown = expected.slice(0, expected.length > SHOWN + 1 ? SHOWN : SHOWN + 1);
  const more = expected.length - shown.length;
  return `, expected ${shown.join(' ')}${more > 0 ? ` or one of ${more} others` : ''}`;
}

/** Python 2 is what most files are that do not parse. */
function hintFor(source: string): string {
  const isOld = /(?:^|:)[ \t]*(?:print|exec)[ \t]+["'\w]/m.test(source);
  return isOld
    ? 'This looks like Python 2, which the parser does not read.'
    : 'The parser reads Python 3.0 to 3.14. If a Python takes this text, the grammar of LibCST has a gap.';
}
