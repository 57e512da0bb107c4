import { type Change, dependenciesOf } from '@ffsd/changes';
import { random } from './random.ts';

/**
 * The sets of ids that are closed under dependencies, as far as they can be counted: all of them up to `limit`, else a sample
 * that is the same in every run.
 */
export function closedSubsets(changes: readonly Change[], limit = 64): readonly ReadonlySet<string>[] {
  const found = new Map<string, ReadonlySet<string>>();
  const add = (ids: readonly string[]): void => {
    const closed = new Set([...ids, ...dependenciesOf(changes, ids)]);
    found.set([...closed].sort().join(' '), closed);
  };
  const ids = changes.map(({ id }) => id);
  if (ids.length <= 6) {
    for (let bits = 0; bits < 2 ** ids.length; bits++) add(ids.filter((_, index) => bits & (1 << index)));
    return [...found.values()];
  }
  add(ids);
  for (const id of ids) add([id]);
  const next = random(ids.length);
  for (let tries = 0; tries < 4 * limit && found.size < limit; tries++) {
    const share = next();
    add(ids.filter(() => next() < share));
  }
  return [...found.values()].slice(0, limit);
}
