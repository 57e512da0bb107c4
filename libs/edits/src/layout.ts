/** Offset of the first character of the line. */
export function lineStart(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && !isLineBreak(text, at - 1)) at--;
  // A byte order mark stands before the first line, and belongs to none.
  return at === 0 && text.charCodeAt(0) === 0xfeff ? 1 : at;
}

/** Offset behind the last character of the line, before its line break. */
export function lineEnd(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && !isLineBreak(text, at)) at++;
  return at;
}

/** Offset of the next line, or the length of the text on the last one. */
export function nextLine(text: string, offset: number): number {
  const end = lineEnd(text, offset);
  if (text[end] === '\r' && text[end + 1] === '\n') return end + 2;
  return Math.min(end + 1, text.length);
}

/** Offset of the line before, or 0 on the first. */
export function previousLine(text: string, offset: number): number {
  return lineStart(text, endOfPreviousLine(text, offset));
}

/** Offset behind the last character of the line before, or 0 on the first. */
export function endOfPreviousLine(text: string, offset: number): number {
  const start = lineStart(text, offset);
  if (text[start - 1] === '\n' && text[start - 2] === '\r') return start - 2;
  return Math.max(start - 1, 0);
}

/** The white space with which the line of the offset begins. */
export function indentOf(text: string, offset: number): string {
  const start = lineStart(text, offset);
  return text.slice(start, skipSpaces(text, start));
}

/** Whether only white space stands between the start of the line and the offset. */
export function beginsLine(text: string, offset: number): boolean {
  return skipSpaces(text, lineStart(text, offset)) >= offset;
}

/** Whether only white space stands between the offset and the end of the line. */
export function endsLine(text: string, offset: number): boolean {
  const end = skipSpaces(text, offset);
  return end === text.length || isLineBreak(text, end);
}

export function isBlankLine(text: string, offset: number): boolean {
  return endsLine(text, lineStart(text, offset));
}

/** The offset of the next character that is no white space of the line: a form feed is some. */
export function skipSpaces(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ' || text[at] === '\t' || text[at] === '\f') at++;
  return at;
}

/** The offset behind the last character before `from` that is no white space of the line. */
export function skipSpacesBack(text: string, from: number): number {
  let at = from;
  while (text[at - 1] === ' ' || text[at - 1] === '\t' || text[at - 1] === '\f') at--;
  return at;
}

/** The line break that the text uses first, `\n` if it has none. */
export function lineBreakOf(text: string): string {
  return /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
}

function isLineBreak(text: string, at: number): boolean {
  return text[at] === '\n' || text[at] === '\r';
}
