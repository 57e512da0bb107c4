import type { Edit } from '@ffsd/edits';
import { apply, compose } from '@ffsd/edits';
import type { Constant } from '@ffsd/fold';
import { isTruthy } from '@ffsd/fold';
import type { AnyNode } from '@ffsd/python';
import { findAll, isParsed, parse, removeClause, replaceExpression } from '@ffsd/python';
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
export function foldCaseGuard(site: Site, one: MatchCase, value: Constant): FoldResult | undefined {
  if (isTruthy(value, 'python')) {
    const guard = { start: one.pattern.fullEnd, end: one.guard!.fullEnd, text: '' };
    return isIrrefutable(one.pattern) ? withoutCasesBelow(site, one, guard) : edited([guard]);
  }
  const edits = removeClause(site.file, one);
  return edits && edited(edits);
}

type MatchCase = AnyNode & { readonly type: 'MatchCase' };

/** `case _:`, `case other:`, `case 1 | _:` match whatever comes, and Python takes no case below them. */
function isIrrefutable(pattern: AnyNode): boolean {
  if (pattern.type === 'MatchOr') return isIrrefutable(pattern.patterns.at(-1)!.pattern);
  return pattern.type === 'MatchAs' && (pattern.pattern === null || isIrrefutable(pattern.pattern));
}

function withoutCasesBelow({ file }: Site, one: MatchCase, guard: Edit): FoldResult | undefined {
  const statement = one.parent as AnyNode & { readonly type: 'Match' };
  const index = statement.cases.indexOf(one);
  let edits: readonly Edit[] = [];
  for (let last = statement.cases.length - 1; last > index; last--) {
    const now = parse(file.path, apply(file.text, edits));
    const moved = isParsed(now) ? findAll(now.tree, 'Match').find(({ start }) => start === statement.start) : undefined;
    const gone = isParsed(now) && moved ? removeClause(now, moved.cases[last]!) : undefined;
    if (!gone) return undefined;
    edits = edits.length === 0 ? gone : compose(edits, gone);
  }
  return edited([guard, ...edits]);
}
