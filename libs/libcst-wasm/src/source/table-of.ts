import { decoderOf } from './decoder-of.ts';
import type { Encoding } from './encodings.ts';

/** In a table: this byte means nothing. */
export const UNDEFINED = 0xfffd;

const tables = new Map<string, Uint16Array>();

/**
 * The characters of the 256 bytes, for an encoding with one byte a character.
 *
 * @throws UnsupportedEncodingError where this platform does not know it.
 */
export function tableOf(encoding: Encoding, name: string): Uint16Array {
  let table = tables.get(encoding.name);
  if (table === undefined) {
    table = Uint16Array.from({ length: 256 }, (_, byte) => (byte < 0x80 ? byte : unitOf(byte, encoding, name)));
    tables.set(encoding.name, table);
  }
  return table;
}

function unitOf(byte: number, encoding: Encoding, name: string): number {
  if (encoding.kind === 'ascii') return UNDEFINED;
  if (encoding.kind === 'bytes') {
    const char = String.fromCharCode(byte);
    return (encoding.instead.get(char) ?? char).charCodeAt(0);
  }
  try {
    const char = decoderOf(encoding, name).decode(Uint8Array.of(byte));
    const unit = (encoding.instead.get(char) ?? char).charCodeAt(0);
    // A private character is a place that Python gives to nobody.
    if (unit >= 0xe000 && unit <= 0xf8fe) return UNDEFINED;
    // The web gives the free places of the windows encodings to control characters; Python gives them to nobody.
    return encoding.label.startsWith('windows-') && unit === byte && byte < 0xa0 ? UNDEFINED : unit;
  } catch (error) {
    if (error instanceof TypeError) return UNDEFINED;
    throw error;
  }
}
