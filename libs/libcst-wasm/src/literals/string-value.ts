import { stringLiteral } from './string-literal.ts';

/** What the `value` of a `SimpleString` evaluates to; null if that is not known, or an error in Python. */
export function stringValue(value: string): string | Uint8Array | null {
  const { prefix, rawValue } = stringLiteral(value);
  const isBytes = prefix.includes('b');
  // Python reads all ends of lines as `\n`, also in raw strings.
  const text = rawValue.replace(/\r\n?/g, '\n');
  const unescaped = prefix.includes('r') ? text : withoutEscapes(text, isBytes);
  if (unescaped === null || !isBytes) return unescaped;
  const bytes = Uint8Array.from(unescaped, (character) => character.charCodeAt(0));
  return [...unescaped].every((character) => character.charCodeAt(0) <= 0xff) ? bytes : null;
}

function withoutEscapes(text: string, isBytes: boolean): string | null {
  let isKnown = true;
  const unescaped = text.replace(isBytes ? ESCAPE_IN_BYTES : ESCAPE, (written, octal, hex, other: string) => {
    if (octal) return String.fromCharCode(Number.parseInt(octal, 8) & (isBytes ? 0xff : 0x1ff));
    if (hex) {
      const code = Number.parseInt(hex.slice(1), 16);
      if (code <= 0x10ffff) return String.fromCodePoint(code);
    }
    const known = characters.get(other);
    if (known !== undefined) return known;
    // A named character, or half of `\x`, `\u` or `\U`, which Python does not take.
    if (hex || (isBytes ? 'x' : 'xuUN').includes(other)) isKnown = false;
    return written;
  });
  return isKnown ? unescaped : null;
}

const ESCAPE = /\\(?:([0-7]{1,3})|(x[\dA-Fa-f]{2}|u[\dA-Fa-f]{4}|U[\dA-Fa-f]{8})|([\s\S]))/g;
const ESCAPE_IN_BYTES = /\\(?:([0-7]{1,3})|(x[\dA-Fa-f]{2})|([\s\S]))/g;

/** An escape that is none of these is two characters: the backslash stays. */
const characters = new Map([
  ['\n', ''],
  ['\\', '\\'],
  ["'", "'"],
  ['"', '"'],
  ['a', '\x07'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['v', '\v'],
]);
