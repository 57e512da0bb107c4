/**
 * The one description of LibCST's nodes. `npm run generate` writes from it the Rust walker, the TypeScript classes, the
 * printer and the reference pages. The names, the fields and the defaults are those of LibCST 1.9.
 */
import { expressionNodes } from './expressions.ts';
import { operatorNodes } from './operators.ts';
import { patternNodes } from './patterns.ts';
import type { NodeSpec } from './schema.ts';
import { statementNodes } from './statements.ts';
import { whitespaceNodes } from './whitespace.ts';

export { unions } from './unions.ts';

/** All nodes. The place of a node in this list, from 1, is its kind in the table; 0 is a text that a node has as a field. */
export const nodes: readonly NodeSpec[] = [
  ...whitespaceNodes,
  ...operatorNodes,
  ...expressionNodes,
  ...statementNodes,
  ...patternNodes,
];
