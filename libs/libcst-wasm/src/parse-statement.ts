import type { BaseCompoundStatement, SimpleStatementLine } from './generated/nodes.ts';
import { type ParseOptions, parseTree } from './parse-tree.ts';

/**
 * Parses one statement, simple or compound, for building. The newline at its end may be missing; comments and empty
 * lines may stand before it, and nothing after it.
 *
 * @throws ParserSyntaxError for what is no statement, or more than one.
 * @throws ParseError, another of its classes, for a text of which there is no faithful tree.
 * @throws NotLoadedError outside of Node, before `load()`.
 */
export function parseStatement(
  source: string | Uint8Array,
  options: ParseOptions = {},
): SimpleStatementLine | BaseCompoundStatement {
  return parseTree(source, 'statement', options) as SimpleStatementLine | BaseCompoundStatement;
}
