import type { Change } from './change.ts';
import { SequenceError } from './sequence-error.ts';

/**
 * The changes with every dependency before what needs it; among those that are ready, by path, position and id. So a run
 * reads from top to bottom of each file as far as its dependencies allow, and the same changes always give the same order.
 *
 * @throws SequenceError for an id that comes twice, a dependency that is not there, or a cycle.
 */
export function inDependencyOrder(changes: readonly Change[]): readonly Change[] {
  const byId = new Map(changes.map((change) => [change.id, change]));
  if (byId.size !== changes.length) throw duplicate(changes);
  const open = new Map<string, number>();
  const neededBy = new Map<string, Change[]>();
  for (const change of changes) {
    const needs = new Set(change.dependsOn);
    open.set(change.id, needs.size);
    for (const id of needs) {
      if (!byId.has(id)) {
        throw new SequenceError('unknown-dependency', `${change.id} depends on ${id}, which is not there.`, [
          change.id,
          id,
        ]);
      }
      const list = neededBy.get(id);
      if (list) list.push(change);
      else neededBy.set(id, [change]);
    }
  }
  const ready = changes.filter(({ id }) => open.get(id) === 0).sort(byPlace);
  const ordered: Change[] = [];
  for (let change = ready.shift(); change !== undefined; change = ready.shift()) {
    ordered.push(change);
    for (const next of neededBy.get(change.id) ?? []) {
      const left = open.get(next.id)! - 1;
      open.set(next.id, left);
      if (left === 0) insertSorted(ready, next);
    }
  }
  if (ordered.length < changes.length) {
    const stuck = changes.filter(({ id }) => open.get(id)! > 0).map(({ id }) => id);
    throw new SequenceError('dependency-cycle', `The changes ${stuck.join(', ')} depend on each other.`, stuck);
  }
  return ordered;
}

function duplicate(changes: readonly Change[]): SequenceError {
  const seen = new Set<string>();
  const twice = changes.find(({ id }) => seen.has(id) || !seen.add(id))!.id;
  return new SequenceError('duplicate-id', `Two changes have the id ${twice}.`, [twice]);
}

function insertSorted(list: Change[], change: Change): void {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (byPlace(list[middle]!, change) < 0) low = middle + 1;
    else high = middle;
  }
  list.splice(low, 0, change);
}

function byPlace(a: Change, b: Change): number {
  return compare(pathOf(a), pathOf(b)) || positionOf(a) - positionOf(b) || compare(a.id, b.id);
}

function pathOf(change: Change): string {
  return change.files[0]?.path ?? '';
}

function positionOf(change: Change): number {
  const file = change.files[0];
  return file?.kind === 'edit' ? Math.min(...file.edits.map(({ start }) => start)) : 0;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
