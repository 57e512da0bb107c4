/**
 * What is known of a tree beyond its text.
 *
 * Nothing here is worked out before it is asked for, and what is worked out is kept as long as its tree is.
 *
 * @packageDocumentation
 */

export type { CodePosition, ColumnUnit, Lines } from './lines.ts';
export { linesOfText } from './lines.ts';
export type { CodeRange, CodeSpan } from './positions.ts';
export { byteSpanOf, linesOf, positionOf, whitespaceInclusivePositionOf } from './positions.ts';
