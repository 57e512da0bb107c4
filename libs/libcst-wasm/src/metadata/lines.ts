/**
 * What a column counts: UTF-16 code units as JavaScript's strings do, code points as LibCST does, or UTF-8 bytes as
 * CPython's `ast` does: in `"😀" + x` the column of `x` is 7, 6 and 9.
 */
export type ColumnUnit = 'utf-16' | 'code-points' | 'utf-8';

/** A place in a text, as people and editors name it. */
export interface CodePosition {
  /** From 1. */
  readonly line: number;
  /** From 0. */
  readonly column: number;
}

/** The lines of one text. Lines are counted from 1, offsets in UTF-16 code units from 0. */
export interface Lines {
  /** At least 1. A final newline opens one more line, which is empty. */
  readonly count: number;
  /** The line that holds the offset; the end of a line belongs to it. */
  lineAt(offset: number): number;
  /**
   * Offset of the first character of a line; behind the byte order mark for the first.
   *
   * @throws RangeError for a line that is not there.
   */
  startOf(line: number): number;
  positionAt(offset: number, unit?: ColumnUnit): CodePosition;
  /**
   * The offset of a place. A column behind the end of the line is taken as that end, newline included.
   *
   * @throws RangeError for a line that is not there.
   */
  offsetAt(position: CodePosition, unit?: ColumnUnit): number;
  /** The offset in the UTF-8 of the whole text, with its byte order mark. */
  byteOffsetAt(offset: number): number;
}

/**
 * The lines of a text as Python has them: `\n`, `\r\n` and a `\r` alone end one, also inside a string. A form feed does
 * not, nor does U+2028, which JavaScript takes for one.
 */
export function linesOfText(text: string): Lines {
  const starts = lineStarts(text);
  const wide = /[^\0-\x7f]/.test(text);
  let byteStarts: Uint32Array | undefined;
  const startOf = (line: number): number => {
    const start = starts[line - 1];
    if (start === undefined) throw new RangeError(`There is no line ${line} in a text of ${starts.length} lines.`);
    return start;
  };
  const lineAt = (offset: number): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  };
  return {
    count: starts.length,
    lineAt,
    startOf,
    positionAt(offset, unit = 'utf-16') {
      const line = lineAt(offset);
      const start = starts[line - 1]!;
      // Offset 0 lies before the byte order mark, and in no line.
      if (offset <= start) return { line, column: 0 };
      return { line, column: wide ? lengthIn(unit, text, start, offset) : offset - start };
    },
    offsetAt({ line, column }, unit = 'utf-16') {
      const start = startOf(line);
      const end = starts[line] ?? text.length;
      return wide ? offsetBehind(unit, text, start, end, column) : Math.min(start + column, end);
    },
    byteOffsetAt(offset) {
      if (!wide) return offset;
      byteStarts ??= byteStartsOf(text, starts);
      const line = lineAt(offset);
      const start = starts[line - 1]!;
      return offset < start ? 0 : byteStarts[line - 1]! + lengthIn('utf-8', text, start, offset);
    },
  };
}

function lineStarts(text: string): readonly number[] {
  const starts = [text.charCodeAt(0) === 0xfeff ? 1 : 0];
  for (const match of text.matchAll(/\r\n?|\n/g)) starts.push(match.index + match[0].length);
  return starts;
}

function byteStartsOf(text: string, starts: readonly number[]): Uint32Array {
  const bytes = new Uint32Array(starts.length);
  let at = 0;
  let sum = 0;
  for (const [index, start] of starts.entries()) {
    sum += lengthIn('utf-8', text, at, start);
    bytes[index] = sum;
    at = start;
  }
  return bytes;
}

function lengthIn(unit: ColumnUnit, text: string, start: number, end: number): number {
  if (unit === 'utf-16') return end - start;
  let length = 0;
  for (let at = start; at < end; at += unitsAt(text, at)) length += sizeOf(unit, text, at);
  return length;
}

function offsetBehind(unit: ColumnUnit, text: string, start: number, end: number, column: number): number {
  if (unit === 'utf-16') return Math.min(start + column, end);
  let at = start;
  for (let left = column; left > 0 && at < end; at += unitsAt(text, at)) left -= sizeOf(unit, text, at);
  return at;
}

function sizeOf(unit: ColumnUnit, text: string, at: number): number {
  if (unit === 'code-points') return 1;
  const code = text.codePointAt(at)!;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

const unitsAt = (text: string, at: number): number => (text.codePointAt(at)! > 0xffff ? 2 : 1);
