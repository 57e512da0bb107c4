import { DetachedNodeError } from '../errors/detached-node-error.ts';
import type { Node } from '../node.ts';
import type { Tree } from '../tree.ts';
import { type CodePosition, type ColumnUnit, type Lines, linesOfText } from './lines.ts';

export interface CodeRange {
  readonly start: CodePosition;
  /** Behind the last character. */
  readonly end: CodePosition;
}

/** A piece of the source's bytes. */
export interface CodeSpan {
  /** Offset of the first byte. */
  readonly start: number;
  /** In bytes. */
  readonly length: number;
}

const known = new WeakMap<Tree, Lines>();

/**
 * The lines of the text that the node was parsed from. They are found once per tree, when they are first asked for.
 *
 * @throws DetachedNodeError for a built node.
 */
export function linesOf(node: Node): Lines {
  const { tree } = node;
  if (tree === null) throw new DetachedNodeError(node.type);
  const lines = known.get(tree) ?? linesOfText(tree.source);
  known.set(tree, lines);
  return lines;
}

/**
 * Line and column of a node without the white space, the comment lines and the parentheses that it owns: LibCST's
 * PositionProvider.
 *
 * Columns count UTF-16 code units, unlike LibCST's; with `code-points` they are LibCST's, with `utf-8` those of
 * CPython's `ast`.
 *
 * @throws DetachedNodeError for a built node.
 */
export function positionOf(node: Node, unit?: ColumnUnit): CodeRange {
  return rangeOf(linesOf(node), node.start, node.end, unit);
}

/**
 * Line and column of a node with all that it owns: LibCST's WhitespaceInclusivePositionProvider.
 *
 * @throws DetachedNodeError for a built node.
 */
export function whitespaceInclusivePositionOf(node: Node, unit?: ColumnUnit): CodeRange {
  return rangeOf(linesOf(node), node.fullStart, node.fullEnd, unit);
}

/**
 * Where a node stands in the UTF-8 of its source, without what it owns: LibCST's ByteSpanPositionProvider. The byte
 * order mark of a file that has one is counted.
 *
 * @throws DetachedNodeError for a built node.
 */
export function byteSpanOf(node: Node): CodeSpan {
  const lines = linesOf(node);
  const start = lines.byteOffsetAt(node.start);
  return { start, length: lines.byteOffsetAt(node.end) - start };
}

function rangeOf(lines: Lines, start: number, end: number, unit: ColumnUnit | undefined): CodeRange {
  return { start: lines.positionAt(start, unit), end: lines.positionAt(end, unit) };
}
