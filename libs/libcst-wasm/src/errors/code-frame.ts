const WIDTH = 100;

/**
 * The line of a place with the one before it, and a mark below.
 *
 * @param start Where the mark begins, in UTF-16 code units.
 * @param end Where it ends; it is not longer than its line, and marks one character at least.
 */
export function codeFrame(source: string, start: number, end: number): string {
  const lineStart = startOfLine(source, start);
  const number = lineNumber(source, lineStart);
  const shown: (readonly [label: string, text: string])[] = [];
  if (lineStart > 0) {
    const before = startOfLine(source, endOfLine(source, lineStart));
    shown.push([`${number - 1}`, lineAt(source, before).slice(0, WIDTH)]);
  }
  // A line may be a whole file long.
  const from = Math.max(lineStart, start - WIDTH / 2);
  const line = lineAt(source, from).slice(0, WIDTH);
  shown.push([`${number}`, line]);
  const space = source.slice(from, start).replace(/[^\t]/g, ' ');
  const length = Math.max(1, Math.min(end, from + line.length) - start);
  shown.push(['', space + '^'.repeat(length)]);
  const width = `${number}`.length;
  return shown.map(([label, text]) => `${label.padStart(width)} | ${text}`.trimEnd()).join('\n');
}

/** Where the line of an offset begins. */
function startOfLine(source: string, offset: number): number {
  const text = source.slice(0, offset);
  return Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1;
}

/** Where the newline before an offset begins. */
function endOfLine(source: string, lineStart: number): number {
  return source.slice(lineStart - 2, lineStart) === '\r\n' ? lineStart - 2 : lineStart - 1;
}

function lineAt(source: string, from: number): string {
  const end = source.slice(from, from + 4 * WIDTH).search(/[\r\n]/);
  return source.slice(from, end < 0 ? from + 4 * WIDTH : from + end).replace(/^\ufeff/, '');
}

function lineNumber(source: string, lineStart: number): number {
  return (source.slice(0, lineStart).match(/\r\n?|\n/g)?.length ?? 0) + 1;
}
