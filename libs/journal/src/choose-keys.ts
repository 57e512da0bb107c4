import { NothingToDoError } from './errors/nothing-to-do-error.ts';
import { findId } from './find-id.ts';
import type { ChangeState } from './plan/change-states.ts';
import type { ChangeKey, RunRecord } from './record/run-record.ts';
import { keyText } from './rows/change-key.ts';

type States = ReadonlyMap<string, ChangeState>;

/**
 * What the user means to take back: changes, whole runs, or, without ids, the last run of which something still stands.
 *
 * @throws UnknownIdError for an id that is not there.
 * @throws NothingToDoError when it is taken back already.
 */
export function chooseToUndo(
  records: readonly RunRecord[],
  states: States,
  ids: readonly string[],
): readonly ChangeKey[] {
  const isMeant = (state: ChangeState): boolean => state.applied;
  if (ids.length > 0) return choose(records, states, ids, isMeant, 'nothing-to-undo', 'is taken back already');
  const standing = [...states.values()].filter(isMeant);
  const last = standing.reduce<ChangeState | undefined>((a, b) => (a && a.order > b.order ? a : b), undefined);
  if (last === undefined) throw new NothingToDoError('nothing-to-undo', 'There is nothing to take back.');
  return standing.filter(({ key }) => key.run === last.key.run).map(({ key }) => key);
}

/**
 * What the user means to do again: changes, whole runs, or, without ids, what was taken back last.
 *
 * @throws UnknownIdError for an id that is not there.
 * @throws NothingToDoError when it is applied already.
 */
export function chooseToRedo(
  records: readonly RunRecord[],
  states: States,
  ids: readonly string[],
): readonly ChangeKey[] {
  const isMeant = (state: ChangeState): boolean => !state.applied;
  if (ids.length > 0) return choose(records, states, ids, isMeant, 'nothing-to-redo', 'is applied');
  const shelved = [...states.values()].filter(isMeant);
  const last = Math.max(0, ...shelved.map(({ undoneBy }) => undoneBy?.number ?? 0));
  if (last === 0) throw new NothingToDoError('nothing-to-redo', 'Nothing was taken back that could be done again.');
  return shelved.filter(({ undoneBy }) => undoneBy?.number === last).map(({ key }) => key);
}

function choose(
  records: readonly RunRecord[],
  states: States,
  ids: readonly string[],
  isMeant: (state: ChangeState) => boolean,
  code: 'nothing-to-undo' | 'nothing-to-redo',
  says: string,
): readonly ChangeKey[] {
  const chosen = new Map<string, ChangeKey>();
  for (const id of ids) {
    const found = findId(records, id);
    const keys = found.kind === 'run' ? keysOf(found.record) : keysNamed(states, found.id);
    const meant = keys.filter((key) => {
      const state = states.get(keyText(key));
      return state !== undefined && isMeant(state);
    });
    if (meant.length === 0) throw new NothingToDoError(code, `${id} ${says}.`);
    // A change that came in several runs is meant as it came last.
    for (const key of found.kind === 'run' ? meant : meant.slice(-1)) chosen.set(keyText(key), key);
  }
  return [...chosen.values()];
}

function keysOf(record: RunRecord): readonly ChangeKey[] {
  return record.kind === 'apply' ? record.changes.map(({ id }) => ({ run: record.id, change: id })) : record.keys;
}

function keysNamed(states: States, change: string): readonly ChangeKey[] {
  return [...states.values()].filter(({ key }) => key.change === change).map(({ key }) => key);
}
