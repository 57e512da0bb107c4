import { dependenciesOf, type FileStep, MissingDependenciesError } from '@ffsd/changes';
import type { Effect } from '../disk/effect.ts';
import { ConflictError, type Disagreement } from '../errors/conflict-error.ts';
import type { ChangeKey } from '../record/run-record.ts';
import { keyText, parseKey } from '../rows/change-key.ts';
import { putBack } from '../rows/file-row.ts';
import type { Op } from '../rows/op.ts';
import type { ChangeState } from './change-states.ts';
import { currentRows, type Past } from './current-rows.ts';
import { lossOf } from './disagreement.ts';
import type { MovePlan } from './move-plan.ts';
import { forwardSteps } from './moved-steps.ts';
import { byPath, rowEffects } from './row-effects.ts';

/**
 * How to do again what was taken back, given what happened since.
 *
 * @throws MissingDependenciesError when one of the changes needs another that is not applied and not among them.
 * @throws ConflictError when somebody edited the same lines since.
 */
export function planRedo(past: Past, states: ReadonlyMap<string, ChangeState>, keys: readonly ChangeKey[]): MovePlan {
  const chosen = new Set(keys.map(keyText));
  demandDependencies(states, keys);
  const isBack = (op: Op): boolean => chosen.has(op.id);
  const paths = [...chosen].flatMap((id) => states.get(id)!.change.paths);
  const { rows, unreadable } = currentRows(past, paths, isBack);
  const disagreements: Disagreement[] = [...unreadable];
  const effects: Effect[] = [];
  const steps = new Map<string, FileStep[]>([...chosen].map((id) => [id, []]));
  for (const row of rows) {
    const lost = row.lost.filter(({ id }) => chosen.has(id));
    disagreements.push(...lost.map((each) => lossOf(row, each)));
    const moved = putBack(row, isBack);
    if ('stuck' in moved) {
      // It wrote on what another change had written, and that one is taken back as well.
      throw new MissingDependenciesError(
        keys.map(({ change }) => change),
        [parseKey(moved.behind.id).change],
      );
    }
    effects.push(...rowEffects(row, moved.row));
    for (const [id, step] of forwardSteps(moved.back, row.text, row.path)) steps.get(id)!.push(step);
  }
  if (disagreements.length > 0) {
    throw new ConflictError(
      `${keys.map(({ change }) => change).join(', ')} cannot be done again; nothing was written:`,
      disagreements,
      'Run the command again instead: it will plan on the files as they are now.',
    );
  }
  const moved = [...chosen]
    .map((id) => states.get(id)!)
    // What was taken back last lies in front on the shelf; what was taken back together lies in the order in which it was applied.
    .sort((a, b) => (b.undoneBy?.number ?? 0) - (a.undoneBy?.number ?? 0) || a.order - b.order)
    .map(({ key, change }) => ({ key, change, files: steps.get(keyText(key))! }));
  return { moved, effects: byPath(effects) };
}

function demandDependencies(states: ReadonlyMap<string, ChangeState>, keys: readonly ChangeKey[]): void {
  for (const run of new Set(keys.map((key) => key.run))) {
    const ofRun = [...states.values()].filter((state) => state.key.run === run);
    const ours = keys.filter((key) => key.run === run).map(({ change }) => change);
    const needed = dependenciesOf(
      ofRun.map(({ change }) => change),
      ours,
    );
    const missing = needed.filter((id) => !states.get(keyText({ run, change: id }))!.applied);
    if (missing.length > 0) throw new MissingDependenciesError(ours, missing);
  }
}
