import type { Constant } from '@ffsd/fold';
import { isTruthy } from '@ffsd/fold';
import type { AnyNode } from '@ffsd/python';
import { removeClause, replaceExpression } from '@ffsd/python';
import type { FoldResult } from '../fold-result.ts';
import { edited } from '../fold-result.ts';
import type { Site } from './site.ts';

/** Removes the guard of a comprehension that always holds; one that never holds makes it empty, if nothing is lost by that. */
export function foldGuard(
  site: Site,
  guard: AnyNode & { readonly type: 'CompIf' },
  value: Constant,
): FoldResult | undefined {
  if (isTruthy(value, 'python')) return edited([{ start: guard.fullStart, end: guard.fullEnd, text: '' }]);
  const loop = guard.parent as AnyNode;
  if (loop.type !== 'CompFor' || loop.ifs[0] !== guard || !isInert(site, loop.iter)) return undefined;
  const whole = loop.parent as AnyNode;
  const empty = emptyOf[whole.type];
  // A generator is no list: `next()` tells the two apart.
  if (empty === undefined || whole.type === 'CompFor') return undefined;
  const edits = replaceExpression(site.file, whole as never, empty);
  return edits && edited(edits);
}

const emptyOf: Readonly<Record<string, string>> = { ListComp: '[]', SetComp: 'set()', DictComp: '{}' };

/** To go through a list that is written on the spot has no effect; a name may stand for a generator, which would be used up. */
function isInert(site: Site, iterable: AnyNode): boolean {
  return /^(?:List|Tuple|Set|Dict|SimpleString)$/.test(iterable.type) && site.isPure(iterable);
}

/** `case x if on:` loses a guard that always holds; a case whose guard never holds goes, if it is not the only one. */
export function foldCaseGuard(
  site: Site,
  one: AnyNode & { readonly type: 'MatchCase' },
  value: Constant,
): FoldResult | undefined {
  if (isTruthy(value, 'python')) {
    return edited([{ start: one.pattern.fullEnd, end: one.guard!.fullEnd, text: '' }]);
  }
  const edits = removeClause(site.file, one);
  return edits && edited(edits);
}
