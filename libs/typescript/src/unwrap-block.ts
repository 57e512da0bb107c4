import type { BlockStatement, Node } from '@babel/types';
import type { Edit } from '@ffsd/edits';
import { beginsLine, indentOf } from '@ffsd/edits';
import { commentsWithin } from './comments.ts';
import type { SourceFile } from './parse.ts';
import { reindent } from './reindent.ts';

/** The characters between the braces that are worth keeping: statements and comments. */
export interface BlockContent {
  readonly start: number;
  readonly end: number;
}

/** What stands between the braces without the white space at both ends; undefined for an empty block without comments. */
export function contentOf(file: SourceFile, block: BlockStatement): BlockContent | undefined {
  const nodes: readonly { start?: number | null; end?: number | null }[] = [
    ...block.directives,
    ...block.body,
    ...commentsWithin(file, block.start! + 1, block.end! - 1),
  ];
  if (nodes.length === 0) return undefined;
  return { start: Math.min(...nodes.map(({ start }) => start!)), end: Math.max(...nodes.map(({ end }) => end!)) };
}

/**
 * Puts the content of a block where a statement stands, with the indentation of that statement.
 *
 * @param replaced the statement that goes; it contains the block
 */
export function unwrapBlock(file: SourceFile, replaced: Node, block: BlockStatement, content: BlockContent): Edit[] {
  const first = block.body.find((statement) => beginsLine(file.text, statement.start!));
  const from = indentOf(file.text, first?.start ?? content.start);
  return keepSpan(file, replaced, content, from);
}

/**
 * Removes everything of `replaced` but one span of it, and moves the lines of that span to the left.
 *
 * @param from the indentation that the kept lines have; by default that of the line on which the span begins
 */
export function keepSpan(
  file: SourceFile,
  replaced: { start?: number | null; end?: number | null },
  kept: { start?: number | null; end?: number | null },
  from: string = indentOf(file.text, kept.start!),
): Edit[] {
  const to = indentOf(file.text, replaced.start!);
  return [
    { start: replaced.start!, end: kept.start!, text: '' },
    ...reindent(file, kept.start!, kept.end!, from, to),
    { start: kept.end!, end: replaced.end!, text: '' },
  ].filter(({ start, end, text }) => start !== end || text !== '');
}
