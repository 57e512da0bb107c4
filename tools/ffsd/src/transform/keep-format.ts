/**
 * Gives the text of a transform the byte order mark and the line ends of the file. Recast prints `\n` whatever it read, and a
 * diff in which every line is changed hides the one that matters.
 */
export function keepFormat(before: string, after: string): string {
  const isCrlf = before.includes('\r\n') && !/[^\r]\n/.test(before);
  const text = isCrlf ? after.replace(/\r?\n/g, '\r\n') : after;
  return before.startsWith('\uFEFF') && !text.startsWith('\uFEFF') ? `\uFEFF${text}` : text;
}
