import { dependantsOf, type FileStep } from '@ffsd/changes';
import type { Effect } from '../disk/effect.ts';
import { ConflictError, type Disagreement } from '../errors/conflict-error.ts';
import { HasDependantsError } from '../errors/has-dependants-error.ts';
import type { ChangeKey, RunTexts } from '../record/run-record.ts';
import { keyText } from '../rows/change-key.ts';
import { asFound, takeOut } from '../rows/file-row.ts';
import { isForeign, type Op } from '../rows/op.ts';
import type { ChangeState } from './change-states.ts';
import { currentRows, type Past } from './current-rows.ts';
import { disagreementsOf } from './disagreement.ts';
import type { MovePlan } from './move-plan.ts';
import { backwardSteps } from './moved-steps.ts';
import { byPath, rowEffects } from './row-effects.ts';

/**
 * How to take changes back, given what happened since.
 *
 * Two things can stand in the way. Other changes: those that said that they depend on one of these, and those of later runs that wrote
 * where one of these did. They can be taken back too. And the user's own edits in the same lines, which are nobody's to take back: then
 * the answer is no, for all files together.
 *
 * @throws HasDependantsError when other changes stand on these and may not be taken.
 * @throws ConflictError when somebody edited the same lines since.
 */
export function planUndo(
  past: Past,
  states: ReadonlyMap<string, ChangeState>,
  keys: readonly ChangeKey[],
  withDependants: boolean,
): MovePlan {
  const named = keys.map(({ change }) => change);
  const chosen = new Set(keys.map(keyText));
  for (;;) {
    demand(declaredDependants(states, chosen));
    const attempt = plan(past, states, chosen);
    if ('plan' in attempt) return attempt.plan;
    if (attempt.disagreements.length > 0) {
      throw new ConflictError(
        `${named.join(', ')} cannot be taken back without losing later work; nothing was written:`,
        attempt.disagreements,
        'Undo your own edits of these lines first, or change them by hand.',
      );
    }
    demand(attempt.blockers);
  }

  function demand(others: readonly string[]): void {
    if (others.length === 0) return;
    if (!withDependants) {
      throw new HasDependantsError(
        named,
        others.map((id) => states.get(id)!.change),
      );
    }
    for (const id of others) chosen.add(id);
  }
}

type Attempt =
  | { readonly plan: MovePlan }
  | { readonly disagreements: readonly Disagreement[]; readonly blockers: readonly string[] };

function plan(past: Past, states: ReadonlyMap<string, ChangeState>, chosen: ReadonlySet<string>): Attempt {
  const isOut = (op: Op): boolean => chosen.has(op.id);
  const paths = [...chosen].flatMap((id) => states.get(id)!.change.paths);
  const { rows, unreadable } = currentRows(past, paths, isOut);
  const disagreements: Disagreement[] = [...unreadable];
  const blockers = new Set<string>();
  const effects: Effect[] = [];
  const steps = new Map<string, FileStep[]>([...chosen].map((id) => [id, []]));
  const met = new Map<string, number>();
  for (const row of rows) {
    for (const op of row.ops) met.set(op.id, (met.get(op.id) ?? 0) + 1);
    const moved = takeOut(row, isOut);
    if (!('stuck' in moved)) {
      effects.push(...rowEffects(row, moved.row));
      for (const [id, step] of backwardSteps(moved.out, moved.row.text, row.path)) steps.get(id)!.push(step);
      continue;
    }
    const found = asFound(row, isOut);
    if (found !== undefined) effects.push(...rowEffects(row, found));
    else if (isForeign(moved.stuck)) disagreements.push(...disagreementsOf(row, moved));
    else blockers.add(moved.stuck.id);
  }
  if (unreadable.length === 0) disagreements.push(...missing(past, states, chosen, met));
  if (disagreements.length > 0 || blockers.size > 0) return { disagreements, blockers: [...blockers] };
  const moved = [...chosen]
    .map((id) => states.get(id)!)
    .sort((a, b) => b.order - a.order)
    .map(({ key, change }) => ({ key, change, files: steps.get(keyText(key))! }));
  return { plan: { moved, effects: byPath(effects) } };
}

/** Keys of applied changes that say that they depend on a chosen one and are not chosen. */
function declaredDependants(states: ReadonlyMap<string, ChangeState>, chosen: ReadonlySet<string>): readonly string[] {
  const found: string[] = [];
  for (const run of new Set([...chosen].map((id) => states.get(id)!.key.run))) {
    const applied = [...states.values()].filter((state) => state.key.run === run && state.applied);
    const ours = applied.filter(({ key }) => chosen.has(keyText(key))).map(({ change }) => change.id);
    const changes = applied.map(({ change }) => change);
    found.push(...dependantsOf(changes, ours).map((change) => keyText({ run, change })));
  }
  return found.filter((id) => !chosen.has(id));
}

/** Files whose place another file took since: what was done to them is out of reach. */
function missing(
  past: Past,
  states: ReadonlyMap<string, ChangeState>,
  chosen: ReadonlySet<string>,
  met: ReadonlyMap<string, number>,
): readonly Disagreement[] {
  return [...chosen].flatMap((id) => {
    const { key, change } = states.get(id)!;
    if ((met.get(id) ?? 0) >= expectedOps(past.textsOf(key.run), key.change)) return [];
    const because = `is no longer the file that ${change.id} changed`;
    return [{ path: change.paths[0] ?? '', line: undefined, expected: undefined, found: undefined, because }];
  });
}

function expectedOps({ steps }: RunTexts, change: string): number {
  const files = steps.find((step) => step.change === change)?.files ?? [];
  return files.filter(
    (file) => file.kind !== 'edit' || file.edits.some(({ start, end, text }) => start !== end || text !== ''),
  ).length;
}
