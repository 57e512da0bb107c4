import { UnsupportedEncodingError } from '../errors/unsupported-encoding-error.ts';
import type { Encoding } from './encodings.ts';

/**
 * @param name What the file calls the encoding.
 * @throws UnsupportedEncodingError where this platform's TextDecoder does not know it.
 */
export function decoderOf(encoding: Encoding, name: string): Decoder {
  try {
    return new TextDecoder(encoding.label, { fatal: true, ignoreBOM: true });
  } catch {
    throw new UnsupportedEncodingError(name, 'is not known to the TextDecoder of this platform');
  }
}

/** A TextDecoder, whose type only the library of the DOM has. */
export interface Decoder {
  decode(bytes: Uint8Array): string;
}
