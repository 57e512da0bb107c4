import type { Module } from './generated/nodes.ts';
import { type ParseOptions, parseTree } from './parse-tree.ts';

/**
 * Parses a whole file.
 *
 * @param source Its bytes, which are decoded as Python does it (byte order mark, `coding` comment, else UTF-8), or its text.
 * @throws ParserSyntaxError for what is no Python.
 * @throws ParseError, another of its classes, for a text that cannot be decoded, or of which there is no faithful tree.
 * @throws NotLoadedError outside of Node, before `load()`.
 */
export function parseModule(source: string | Uint8Array, options: ParseOptions = {}): Module {
  return parseTree(source, 'module', options) as Module;
}
