import { type Edit, rebase } from '@ffsd/edits';
import { type Change, isChange, type Kept, type Outcome } from './change.ts';
import type { ChangeSet, Step } from './change-set.ts';
import { inDependencyOrder } from './in-dependency-order.ts';
import { type Entry, separate, swapEntries } from './separate.ts';
import { timeline } from './timeline.ts';

/**
 * Puts the changes in an order that works and computes what each does to each file when they are applied in that order.
 *
 * A change gives its edits on the text after its dependencies alone. When other, independent changes stand before it, they
 * have moved the text. So what was done to the file is told another way round, dependencies first, and the edits are then
 * moved over the rest:
 *
 * ```text
 * applied so far          d1  n1  d2  n2        (d: the change depends on it)
 * the same, other order   d1  d2' n1' n2        the edits of the change fit here: after d2'
 * moved over n1' and n2   …and here: at the end
 * ```
 *
 * The edits of a change that renames a file name the old path.
 *
 * @throws SequenceError when a change conflicts with one that it does not depend on, creates a file that is there, needs one
 *   that is not, or the dependencies do not close.
 */
export function sequence(read: (path: string) => string | undefined, outcomes: readonly Outcome[]): ChangeSet {
  const changes: Change[] = [];
  const kept: Kept[] = [];
  for (const outcome of outcomes) {
    if (isChange(outcome)) changes.push(outcome);
    else kept.push(outcome);
  }
  const files = timeline(read);
  const closures = new Map<string, ReadonlySet<string>>();
  const steps: Step[] = [];
  for (const change of inDependencyOrder(changes)) {
    const needs = new Set<string>(change.dependsOn);
    for (const id of change.dependsOn) for (const deeper of closures.get(id)!) needs.add(deeper);
    closures.set(change.id, needs);
    const mayFollow = (id: string): boolean => needs.has(id);
    steps.push({
      change,
      files: files.advance(change, mayFollow, (edits, entries) => overTheRest(edits, entries, needs)),
    });
  }
  return { steps, kept };
}

function overTheRest(
  edits: readonly Edit[],
  entries: readonly Entry[],
  needs: ReadonlySet<string>,
): readonly Edit[] | { readonly blockedBy: string } {
  const row = separate(entries, ({ id }) => needs.has(id), swapEntries);
  if ('stuck' in row) return { blockedBy: row.behind.id };
  let moved = edits;
  for (const other of row.back) {
    const next = rebase(moved, other.edits);
    if (next === undefined) return { blockedBy: other.id };
    moved = next;
  }
  return moved;
}
