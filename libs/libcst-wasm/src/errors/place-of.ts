/** A place in a text as Python names it. */
export interface Place {
  /** From 1. */
  readonly line: number;
  /** From 0, in code points. */
  readonly column: number;
}

/** The place of an offset in UTF-16 code units. A lone carriage return ends a line too, as in Python; a form feed does not. */
export function placeOf(source: string, offset: number): Place {
  let line = 1;
  let start = source.startsWith('\ufeff') ? 1 : 0;
  for (const { 0: newline, index } of source.slice(0, offset).matchAll(/\r\n?|\n/g)) {
    const next = index + newline.length;
    // `\r\n` cut in two by the offset is still one end of line.
    if (next === offset && newline === '\r' && source[offset] === '\n') break;
    line++;
    start = next;
  }
  return { line, column: [...source.slice(start, offset)].length };
}
