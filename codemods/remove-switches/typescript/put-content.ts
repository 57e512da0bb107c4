import type { BlockStatement, Node } from '@babel/types';
import type { Edit } from '@ffsd/edits';
import type { BlockContent } from '@ffsd/typescript';
import { unwrapBlock } from '@ffsd/typescript';
import { guardNextStatement, guardStatementStart } from './guard-statement-start.ts';
import type { Site } from './site.ts';

/**
 * Puts the content of a block in the place of a statement. In code without semicolons both its first line and the line behind may
 * go on from what stands before.
 */
export function putContent(site: Site, whole: Node, block: BlockStatement, content: BlockContent): Edit[] {
  const [head, ...rest] = unwrapBlock(site.file, whole, block, content);
  const guard = guardStatementStart(site, whole, site.file.text[content.start]!);
  return [{ ...head!, text: guard + head!.text }, ...rest, ...guardNextStatement(site, whole, block.body.at(-1))];
}
