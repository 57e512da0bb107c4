import { ParserSyntaxError } from './errors/parser-syntax-error.ts';
import { RoundTripError } from './errors/round-trip-error.ts';
import type { AnyNode } from './generated/nodes.ts';
// The classes register themselves, and a tree makes them by their numbers.
import './generated/nodes.ts';
import { shapes } from './generated/shapes.ts';
import { nodeAt } from './node.ts';
import { readSource } from './source/read-source.ts';
import { Tree } from './tree.ts';
import type { Answer, Mode } from './wasm/answer.ts';
import { parseText } from './wasm/parse-text.ts';

/** What a parse may be told that the text does not say. */
export interface ParseOptions {
  /** The encoding of the bytes, or the one that a string was decoded from: it wins over the text's own `coding` comment. */
  readonly encoding?: string | undefined;
  /** The indentation for nodes that are added, where the text has no indented block. Four spaces if not given. */
  readonly defaultIndent?: string | undefined;
  /** The newline for nodes that are added, where the text has none. `\n` if not given. */
  readonly defaultNewline?: string | undefined;
}

/** The root of the tree of a text. */
export function parseTree(source: string | Uint8Array, mode: Mode, options: ParseOptions): AnyNode {
  const { text, encoding, utf8 } = readSource(source, options.encoding);
  if (mode === 'module') return rootOf(text, encoding, parseText(text, mode, utf8), options);
  const { part, answer } = parsePart(text, mode);
  return rootOf(part, encoding, answer, options);
}

/**
 * The white space at its end that no node would own is left out. LibCST drops it too; it drops comments as well, which
 * are refused here.
 */
function parsePart(text: string, mode: Mode): { readonly part: string; readonly answer: Answer } {
  try {
    return { part: text, answer: parseText(text, mode) };
  } catch (error) {
    if (!(error instanceof RoundTripError)) throw error;
    const rest = text.slice(error.offset);
    if (error.offset === 0 && /^[\s#]/.test(text)) {
      throw new ParserSyntaxError(text, `what stands before the ${mode} belongs to no node`, 0, 1, []);
    }
    if (/^\s+$/.test(rest)) return parsePart(text.slice(0, error.offset), mode);
    if (!/^\s*#/.test(rest)) throw error;
    throw new ParserSyntaxError(text, `a comment after the ${mode} belongs to no node`, error.offset, text.length, []);
  }
}

/** The root of the tree of a text that has been parsed. */
export function rootOf(text: string, encoding: string, answer: Answer, options: ParseOptions): AnyNode {
  const { words, defaultIndent, defaultNewline } = answer;
  const ofText = new Tree(text, words, defaultIndent, defaultNewline, encoding);
  const indent = options.defaultIndent ?? defaultIndent;
  const newline = options.defaultNewline ?? defaultNewline;
  const newIndent = indent !== defaultIndent && !hasBlocks(ofText) ? indent : defaultIndent;
  const newNewline = newline !== defaultNewline && !/[\r\n]/.test(text) ? newline : defaultNewline;
  if (newIndent === defaultIndent && newNewline === defaultNewline) return nodeAt(ofText, 0);
  return nodeAt(new Tree(text, words, newIndent, newNewline, encoding), 0);
}

const blocks = new Set(['IndentedBlock', 'Match']);

/** A block of the text says what the indentation is; another one would print it differently. */
function hasBlocks(tree: Tree): boolean {
  for (let row = 0; row < tree.rowCount; row++) {
    if (blocks.has(shapes[tree.kind(row)]?.name ?? '')) return true;
  }
  return false;
}
