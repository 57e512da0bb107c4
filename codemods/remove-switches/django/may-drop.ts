import type { Expression } from '@ffsd/templates';
import { withParts } from '@ffsd/templates';
import type { Site } from './site.ts';
import { sourceOf } from './site.ts';

/** Methods and filters that change what they are called on, or that give something else each time. */
const changing = /^(?:append|extend|insert|pop|remove|clear|update|setdefault|add|next|reset|write|caller|random)$/;

/**
 * Whether the expression may go with the flag. Names, members and filters only look; a call is taken to do so unless its name says
 * otherwise, and that is noted.
 */
export function mayDrop(site: Site, node: Expression): boolean {
  for (const part of withParts(node)) {
    if (part.type === 'filter' && changing.test(part.name)) return false;
    if (part.type !== 'call') continue;
    const { callee } = part;
    const name = callee.type === 'member' ? callee.property : callee.type === 'name' ? callee.name : '';
    if (name === '' || changing.test(name)) return false;
    const text = sourceOf(site, part).replace(/\s+/g, ' ');
    site.assumptions.push(`${text} was dropped with the flag: it is taken to have no effect`);
  }
  return true;
}
