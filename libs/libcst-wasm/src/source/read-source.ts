import { UnsupportedEncodingError } from '../errors/unsupported-encoding-error.ts';
import { cookieOf } from './cookie-of.ts';
import { decodeBytes } from './decode-bytes.ts';
import { type Encoding, encodingNamed } from './encodings.ts';

/** A text to parse, and how it was spelled. */
export interface SourceText {
  /** With its byte order mark, if it has one. */
  readonly text: string;
  /** As Python names it; `utf-8-sig` is UTF-8 with a byte order mark. */
  readonly encoding: string;
  /** The text in UTF-8, if that is what was given. */
  readonly utf8: Uint8Array | undefined;
}

/**
 * Reads a source as Python would. A string is a text already: as in LibCST a `coding` comment in it means nothing, and
 * the text is said to be in UTF-8 unless the caller knows better.
 *
 * @param encoding What the caller knows of the encoding. It wins over what the file says.
 * @throws UnsupportedEncodingError
 * @throws UndecodableBytesError
 */
export function readSource(source: string | Uint8Array, encoding?: string): SourceText {
  if (typeof source === 'string') return { text: source, encoding: nameFor(source, encoding), utf8: undefined };
  const hasMark = source[0] === 0xef && source[1] === 0xbb && source[2] === 0xbf;
  const named = encoding ?? cookieOf(hasMark ? source.subarray(3) : source) ?? 'utf-8';
  const found = known(named);
  // Python refuses this too; `utf8` beside a mark is refused by it for its spelling alone, and taken here.
  if (hasMark && found.kind !== 'utf-8') throw new UnsupportedEncodingError(named, 'contradicts the byte order mark');
  const text = decodeBytes(source, found, named);
  return { text, encoding: nameOf(found, hasMark), utf8: found.kind === 'utf-8' ? source : undefined };
}

function nameFor(text: string, encoding: string | undefined): string {
  const found = known(encoding ?? 'utf-8');
  const hasMark = text.startsWith('\ufeff');
  if (hasMark && found.kind !== 'utf-8')
    throw new UnsupportedEncodingError(found.name, 'contradicts the byte order mark');
  return nameOf(found, hasMark);
}

/** As `tokenize.detect_encoding` spells the two that it knows, and Python's codecs the others. */
const nameOf = ({ kind, name }: Encoding, hasMark: boolean): string =>
  kind === 'utf-8' ? (hasMark ? 'utf-8-sig' : 'utf-8') : name === 'iso8859-1' ? 'iso-8859-1' : name;

function known(name: string): Encoding {
  const found = encodingNamed(name);
  if (found === undefined) throw new UnsupportedEncodingError(name, 'is unknown, or cannot be read here');
  return found;
}
