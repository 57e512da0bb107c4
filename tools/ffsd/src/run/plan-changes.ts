import { type Change, type ChangeSet, dependenciesOf, isChange, type Outcome, sequence, subset } from '@ffsd/changes';
import { didYouMean, UsageError } from '@ffsd/codemod';
import type { Workspace } from '@ffsd/workspace';
import { LimitError } from './limit-error.ts';
import type { ChangeOptions } from './run-options.ts';

/**
 * The outcomes of a codemod as a run: what was chosen, in an order that works.
 *
 * @throws UsageError when `--only` names what is not there.
 * @throws LimitError when there are more changes than `--max-changes`.
 */
export function planChanges(
  workspace: Workspace,
  outcomes: readonly Outcome[],
  { only, maxChanges }: Pick<ChangeOptions, 'only' | 'maxChanges'>,
): ChangeSet {
  const changes = outcomes.filter(isChange);
  const chosen = only ? choose(changes, only) : changes;
  if (maxChanges !== undefined && chosen.length > maxChanges) throw new LimitError(chosen.length, maxChanges);
  const kept = outcomes.filter((outcome) => !isChange(outcome));
  return sequence((path) => workspace.read(path), [...chosen, ...kept]);
}

/** The changes that were named, with everything that they need. */
function choose(changes: readonly Change[], only: readonly string[]): readonly Change[] {
  const ids = only.map((beginning) => {
    const found = changes.filter(({ id }) => id.startsWith(beginning));
    if (found.length === 1) return found[0]!.id;
    const all = changes.map(({ id }) => id);
    if (found.length === 0) {
      const hint = didYouMean(beginning, all, 'The ids stand behind the titles of a dry run.');
      throw new UsageError('run/unknown-id', `no change has the id ${beginning}`, hint);
    }
    const hint = `Write more of it: ${found.map(({ id }) => id).join(', ')}.`;
    throw new UsageError('run/ambiguous-id', `${found.length} changes have an id that begins with ${beginning}`, hint);
  });
  return subset(changes, [...ids, ...dependenciesOf(changes, ids)]);
}
