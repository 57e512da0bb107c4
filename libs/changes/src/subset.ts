import { type Dependent, dependenciesOf } from './dependencies.ts';
import { MissingDependenciesError } from './missing-dependencies-error.ts';

/**
 * The changes with the given ids, in the order of `changes`.
 *
 * @throws MissingDependenciesError when one of them needs a change that is not among them: applied without it, it would
 *   leave the project broken, or would not even fit the text.
 */
export function subset<C extends Dependent>(changes: readonly C[], ids: Iterable<string>): readonly C[] {
  const wanted = new Set(ids);
  const missing = dependenciesOf(changes, wanted);
  if (missing.length > 0) throw new MissingDependenciesError([...wanted], missing);
  return changes.filter(({ id }) => wanted.has(id));
}
