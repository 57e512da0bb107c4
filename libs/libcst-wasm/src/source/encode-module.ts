import type { Module } from '../generated/nodes.ts';
import { encodeText } from './encode-text.ts';

/**
 * The bytes of a module in its own encoding: for a parsed module those that it was parsed from. (LibCST's `Module.bytes`.)
 *
 * @throws UnencodableTextError for a character that the encoding does not have.
 * @throws UnsupportedEncodingError for an encoding that can be read here, and not written.
 */
export function encodeModule(module: Module): Uint8Array {
  return encodeText(module.code, module.encoding);
}
