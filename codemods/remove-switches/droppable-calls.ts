import type { ReadShape } from '@ffsd/flags';
import { vocabularies } from '@ffsd/flags';

/** Calls that only exist to reach flags: those the vocabularies list, and the function at the head of a pattern of the user. */
export function droppableCalls(shapes: readonly ReadShape[]): ReadonlySet<string> {
  const names = new Set(vocabularies.flatMap(({ droppableCalls = [] }) => droppableCalls));
  for (const { match } of shapes) {
    const head = /^(?:await\s+)?([A-Za-z_$][\w$]*)\s*\(/.exec(match)?.[1];
    if (head) names.add(head);
  }
  return names;
}
