/**
 * The encoding that the first or the second line of a file names, by PEP 263. Null if none does.
 *
 * Lines end as in CPython's own tokenizer, so with a lone carriage return too, which `tokenize.detect_encoding` does not see.
 */
export function cookieOf(bytes: Uint8Array): string | null {
  const [first = '', second = ''] = firstLines(bytes);
  const found = cookieIn(first);
  if (found !== null) return found;
  // `x = 1`, or the beginning of a string, ends the search.
  return /^[ \t\f]*(?:#.*)?$/.test(first) ? cookieIn(second) : null;
}

/** The rule of the language reference. Its `.` is any character but the end of line. */
const cookieIn = (line: string): string | null => /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/.exec(line)?.[1] ?? null;

/** What is not ASCII cannot be part of a cookie, so any character does for it. */
function firstLines(bytes: Uint8Array): readonly string[] {
  const lines = [''];
  for (let at = 0; at < bytes.length && lines.length < 3; at++) {
    const byte = bytes[at]!;
    if (byte === 0x0d && bytes[at + 1] === 0x0a) continue;
    if (byte === 0x0d || byte === 0x0a) lines.push('');
    else lines[lines.length - 1] += byte < 0x80 ? String.fromCharCode(byte) : '?';
  }
  return lines;
}
