/** What a set of changes needs to know of a change to follow its dependencies. */
export interface Dependent {
  readonly id: string;
  readonly dependsOn: readonly string[];
}

/** Ids of everything that the given changes need, directly or not, without themselves; in the order of `changes`. */
export function dependenciesOf(changes: readonly Dependent[], ids: Iterable<string>): readonly string[] {
  const needs = new Map(changes.map((change) => [change.id, change.dependsOn]));
  return reached(changes, ids, (id) => needs.get(id) ?? []);
}

/** Ids of everything that needs one of the given changes, directly or not, without themselves; in the order of `changes`. */
export function dependantsOf(changes: readonly Dependent[], ids: Iterable<string>): readonly string[] {
  const neededBy = new Map<string, string[]>();
  for (const { id, dependsOn } of changes) {
    for (const needed of dependsOn) neededBy.set(needed, [...(neededBy.get(needed) ?? []), id]);
  }
  return reached(changes, ids, (id) => neededBy.get(id) ?? []);
}

function reached(
  changes: readonly Dependent[],
  ids: Iterable<string>,
  next: (id: string) => readonly string[],
): readonly string[] {
  const start = new Set(ids);
  const found = new Set<string>();
  const open = [...start];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const other of next(id)) {
      if (found.has(other)) continue;
      found.add(other);
      open.push(other);
    }
  }
  return changes.map(({ id }) => id).filter((id) => found.has(id) && !start.has(id));
}
