import type { Node } from '@babel/types';
import { commentsWithin } from '@ffsd/typescript';
import type { Site } from './site.ts';
import { sourceOf } from './site.ts';

/** The choice between two arms that say the same once `kept` stands in one of them, when its condition has no effect. */
export function alikeArms(site: Site, whole: Node, kept: Node): Node | undefined {
  const choice = site.parents.parent(whole);
  if (choice?.type !== 'ConditionalExpression' || choice.test === whole) return undefined;
  const other = choice.consequent === whole ? choice.alternate : choice.consequent;
  if (sourceOf(site, other) !== sourceOf(site, kept) || !site.isPure(choice.test)) return undefined;
  return commentsWithin(site.file, choice.start!, choice.end!).length === 0 ? choice : undefined;
}
