import type { AnyNode, BaseExpression } from '@ffsd/python';
import type { Site } from './site.ts';

/** The choice between two arms that say the same once `kept` stands in one of them, when its condition has no effect. */
export function alikeArms(site: Site, whole: BaseExpression, kept: BaseExpression): BaseExpression | undefined {
  const choice = whole.parent as AnyNode;
  if (choice.type !== 'IfExp' || choice.test === whole) return undefined;
  const other = choice.body === whole ? choice.orelse : choice.body;
  const { text } = site.file;
  const source = text.slice(choice.start, choice.end);
  if (text.slice(other.start, other.end) !== text.slice(kept.start, kept.end) || source.includes('#')) return undefined;
  return site.isPure(choice.test) ? choice : undefined;
}
