import type { BaseExpression } from './generated/nodes.ts';
import { type ParseOptions, parseTree } from './parse-tree.ts';

/**
 * Parses one expression, for building. White space before and after it is not allowed: there is no node to own it.
 *
 * @throws ParserSyntaxError for what is no expression.
 * @throws ParseError, another of its classes, for a text of which there is no faithful tree.
 * @throws NotLoadedError outside of Node, before `load()`.
 */
export function parseExpression(source: string | Uint8Array, options: ParseOptions = {}): BaseExpression {
  return parseTree(source, 'expression', options) as BaseExpression;
}
