import type { BlockStatement, Node } from '@babel/types';
import type { Site } from './site.ts';

/**
 * Whether a name that the block declares for itself would meet another one outside its braces.
 *
 * It would, when the surrounding scope declares it too, or when code outside the block means another thing by it:
 *
 * ```text
 * if (on) { const log = quiet; log('a'); } log('b');   =>   const log = quiet; log('a'); log('b');   // oops!
 * ```
 *
 * @param whole the statement that the content of the block will replace
 */
export function clashesWithSurroundings(site: Site, whole: Node, block: BlockStatement): boolean {
  const names = site.namesDeclaredIn(block);
  if (names.length === 0) return false;
  return names.some((name) => site.isNameMeantOutside(name, block, whole));
}
