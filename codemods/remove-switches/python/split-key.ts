import { isCode } from '@ffsd/python';
import type { Workspace } from '@ffsd/workspace';

/**
 * The files in which the key may be written as several literals beside each other: `'new-' 'checkout'`, most often because it is long.
 *
 * No search for the key finds these. They hold a beginning of it in quotes, and what follows the quote is another literal.
 */
export function filesWithSplitKey(workspace: Workspace, key: string): readonly string[] {
  const beginnings = [...key].map((_, index) => key.slice(0, index)).filter((one) => /\w/.test(one));
  if (beginnings.length === 0) return [];
  const pattern = splitKey(key);
  return workspace
    .search(beginnings.flatMap((one) => [`'${one}'`, `"${one}"`]))
    .filter((path) => isCode(path) && pattern.test(workspace.read(path) ?? ''));
}

/** The files that contain one of the spellings, as a whole or as literals beside each other. */
export function filesWithKey(workspace: Workspace, spellings: readonly string[]): readonly string[] {
  const whole = workspace.search(spellings).filter(isCode);
  const split = spellings.flatMap((one) => filesWithSplitKey(workspace, one));
  return split.length > 0 ? [...new Set([...whole, ...split])].sort() : whole;
}

/** The key as literals of any quotes, with spaces, line breaks and comments between them. */
function splitKey(key: string): RegExp {
  const gap = `(?:['"](?:\\s|\\\\\\r?\\n|#[^\\n]*\\n)*[a-zA-Z]?['"])?`;
  const letters = [...key].map((one) => one.replace(/[^\w]/gu, '\\$&'));
  return new RegExp(`['"]${letters.join(gap)}['"]`);
}
