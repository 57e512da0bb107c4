import { UndecodableBytesError } from '../errors/undecodable-bytes-error.ts';
import { type Decoder, decoderOf } from './decoder-of.ts';
import type { Encoding } from './encodings.ts';
import { tableOf, UNDEFINED } from './table-of.ts';

/**
 * The text of bytes in an encoding, character by character as Python decodes it.
 *
 * @param name What the file calls the encoding.
 * @throws UndecodableBytesError for bytes that mean nothing in it.
 * @throws UnsupportedEncodingError where this platform's TextDecoder does not know it.
 */
export function decodeBytes(bytes: Uint8Array, encoding: Encoding, name: string): string {
  switch (encoding.kind) {
    case 'utf-8':
      return decodeUtf8(bytes);
    case 'ascii':
    case 'bytes':
    case 'one-byte':
      return decodeByTable(bytes, encoding, tableOf(encoding, name));
    case 'more-bytes':
      return decodeByParts(bytes, encoding, name);
    default:
      return encoding.kind satisfies never;
  }
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new UndecodableBytesError(bytes, 'utf-8', validUtf8(bytes));
  }
}

/** How many bytes from the start are whole characters of UTF-8. */
function validUtf8(bytes: Uint8Array): number {
  let [good, bad] = [0, bytes.length + 1];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isUtf8(bytes.subarray(0, middle), true)) good = middle;
    else bad = middle;
  }
  // The last of these may be the beginning of a character that does not go on.
  while (!isUtf8(bytes.subarray(0, good), false)) good--;
  return good;
}

/** @param open Whether the last character may be cut. */
function isUtf8(bytes: Uint8Array, open: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: open });
    return true;
  } catch {
    return false;
  }
}

/** Pieces, because a string is not a good place to add to for ten million times. */
const PIECE = 8192;

function decodeByTable(bytes: Uint8Array, encoding: Encoding, table: Uint16Array): string {
  const pieces: string[] = [];
  for (let from = 0; from < bytes.length; from += PIECE) {
    const units = new Uint16Array(Math.min(PIECE, bytes.length - from));
    for (let at = 0; at < units.length; at++) {
      const unit = table[bytes[from + at]!]!;
      if (unit === UNDEFINED) throw new UndecodableBytesError(bytes, encoding.name, from + at);
      units[at] = unit;
    }
    pieces.push(String.fromCharCode(...units));
  }
  return pieces.join('');
}

/**
 * Each character by itself, so that none is accepted that the decoder makes up of a wrong sequence, and the private
 * characters that stand for what Python does not have are refused.
 */
function decodeByParts(bytes: Uint8Array, encoding: Encoding, name: string): string {
  const known = new Map<number, string | null>();
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; ) {
    let length = 1;
    let char = bytes[at]! < 0x80 ? String.fromCharCode(bytes[at]!) : null;
    while (char === null && length <= 3 && at + length <= bytes.length) {
      const part = bytes.subarray(at, at + length);
      const key = part.reduce((sum, byte) => sum * 256 + byte, 0);
      if (!known.has(key)) known.set(key, oneCharacter(part, encoding, decoderOf(encoding, name)));
      char = known.get(key)!;
      if (char === null) length++;
    }
    if (char === null) throw new UndecodableBytesError(bytes, encoding.name, at);
    pieces.push(char);
    at += length;
  }
  return pieces.join('');
}

/** @param decoder A new one: after an error Node's still has the bytes of before, and puts them before the next. */
function oneCharacter(part: Uint8Array, encoding: Encoding, decoder: Decoder): string | null {
  let text: string;
  try {
    text = decoder.decode(part);
  } catch {
    return null;
  }
  if ([...text].length !== 1 || /[\ufffd\p{Private_Use}\p{Cc}]/u.test(text)) return null;
  return encoding.instead.get(text) ?? text;
}
