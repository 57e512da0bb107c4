import type { AngularExpression, AngularPlace } from '@ffsd/templates';
import { withAngularParts } from '@ffsd/templates';
import type { Site } from './site.ts';
import { sourceOf } from './site.ts';

/**
 * Whether the expression may go with the flag. Names, members and pipes only look. What a template shows is evaluated at any time and
 * any number of times, so a call there is taken to have no effect, and that is noted; one in an event is there for its effect.
 */
export function mayDrop(site: Site, place: AngularPlace, node: AngularExpression): boolean {
  const isEvent = place.kind === 'attribute' && place.attribute.kind === 'event';
  for (const part of withAngularParts(node)) {
    if (part.type === 'write') return false;
    const isSubscription = part.type === 'pipe' && part.name === 'async';
    if (part.type !== 'call' && !isSubscription) continue;
    if (isEvent) return false;
    const text = sourceOf(site, part).replace(/\s+/g, ' ');
    site.assumptions.push(
      isSubscription
        ? `${text} was dropped with the flag: nothing else depends on its being subscribed to`
        : `${text} was dropped with the flag: it is taken to have no effect`,
    );
  }
  return true;
}
