/** The lines of one text. Lines are counted from 1, offsets in UTF-16 code units from 0. */
export interface LineTable {
  /** At least 1: the empty text has one empty line. A final newline does open one more, empty line. */
  readonly count: number;
  /** The line that holds the offset; a line's terminator belongs to it. */
  lineOf(offset: number): number;
  /** Offset of the first character of a line. */
  startOf(line: number): number;
  /** Offset behind the last character of a line, before its terminator. */
  endOf(line: number): number;
  /** Offset behind the terminator of a line: where the next one starts. */
  nextOf(line: number): number;
}

/**
 * Finds lines by offset, by bisection. `\n`, `\r\n` and a `\r` alone end a line, as they do in every editor.
 *
 * `startOf`, `endOf` and `nextOf` throw a RangeError for a line that is not there.
 */
export function lineTable(text: string): LineTable {
  const starts = lineStarts(text);
  const startOf = (line: number): number => {
    const start = starts[line - 1];
    if (start === undefined) throw new RangeError(`There is no line ${line} in a text of ${starts.length} lines.`);
    return start;
  };
  const nextOf = (line: number): number => (line === starts.length ? text.length : startOf(line + 1));
  return {
    count: starts.length,
    startOf,
    nextOf,
    endOf(line) {
      const start = startOf(line);
      let end = nextOf(line);
      if (line === starts.length) return end;
      end -= 1;
      return text[end] === '\n' && end > start && text[end - 1] === '\r' ? end - 1 : end;
    },
    lineOf(offset) {
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (starts[middle]! <= offset) low = middle;
        else high = middle - 1;
      }
      return low + 1;
    },
  };
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
  return starts;
}
