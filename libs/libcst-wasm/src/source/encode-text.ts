import { UnencodableTextError } from '../errors/unencodable-text-error.ts';
import { UnsupportedEncodingError } from '../errors/unsupported-encoding-error.ts';
import { encodingNamed } from './encodings.ts';
import { tableOf, UNDEFINED } from './table-of.ts';

/**
 * The bytes of a text in an encoding with one byte a character, or in UTF-8. A byte order mark is written if the text
 * has one, so that the text of a module gives the bytes it was read from.
 *
 * @param encoding The name that `module.encoding` has.
 * @throws UnencodableTextError for a character that the encoding does not have.
 * @throws UnsupportedEncodingError for an encoding with several bytes a character, which can be read here and not written.
 */
export function encodeText(text: string, encoding: string): Uint8Array {
  const found = encodingNamed(encoding);
  if (found === undefined) throw new UnsupportedEncodingError(encoding, 'is unknown, or cannot be written here');
  if (found.kind === 'utf-8') return encodeUtf8(text);
  if (found.kind === 'more-bytes') throw new UnsupportedEncodingError(encoding, 'can be read here, and not written');
  const bytesOf = new Map<number, number>();
  tableOf(found, encoding).forEach((unit, byte) => {
    if (unit !== UNDEFINED) bytesOf.set(unit, byte);
  });
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const byte = bytesOf.get(text.charCodeAt(at));
    if (byte === undefined) throw new UnencodableTextError(text, encoding, at);
    bytes[at] = byte;
  }
  return bytes;
}

/** TextEncoder would put U+FFFD for a lone surrogate, and say nothing. */
function encodeUtf8(text: string): Uint8Array {
  const lone = text.search(/\p{Surrogate}/u);
  if (lone >= 0) throw new UnencodableTextError(text, 'utf-8', lone);
  return new TextEncoder().encode(text);
}
