import type { Kept, Step } from '@ffsd/changes';
import { changeTree, type TreeRow } from './change-tree.ts';
import { keptOf, type Report } from './report.ts';

/** The changes about one thing, such as one flag, with what follows from what. */
export interface Topic {
  /** Undefined where changes are about nothing in particular. */
  readonly name: string | undefined;
  readonly steps: readonly Step[];
  readonly rows: readonly TreeRow[];
  readonly files: number;
}

export function topicsOf({ set }: Report): readonly Topic[] {
  const topics = new Map<string | undefined, Step[]>();
  for (const step of set.steps) {
    const known = topics.get(step.change.topic);
    if (known) known.push(step);
    else topics.set(step.change.topic, [step]);
  }
  return [...topics].map(([name, steps]) => ({
    name,
    steps,
    rows: changeTree(steps),
    files: new Set(steps.flatMap(({ files }) => files.map(({ path }) => path))).size,
  }));
}

/** Whether a tree says more than the list of the changes. */
export function hasTree({ steps }: Topic): boolean {
  return steps.length > 1 && steps.some(({ change }) => change.dependsOn.length > 0);
}

export interface KeptGroup {
  readonly code: string;
  readonly explanation: string | undefined;
  readonly kept: readonly Kept[];
}

/** What was left alone, by reason: the reason that holds for most places first, and those in the order of the files. */
export function keptGroups(report: Report): readonly KeptGroup[] {
  const groups = new Map<string, Kept[]>();
  for (const kept of keptOf(report)) {
    const known = groups.get(kept.code);
    if (known) known.push(kept);
    else groups.set(kept.code, [kept]);
  }
  return [...groups]
    .map(([code, kept]) => ({ code, explanation: report.explain?.(code), kept }))
    .sort((a, b) => b.kept.length - a.kept.length || (a.code < b.code ? -1 : 1));
}

export interface Owned {
  /** Empty for files that nobody owns. */
  readonly owners: readonly string[];
  readonly files: readonly string[];
}

/** The touched files by those who own them; undefined where nobody is named at all. */
export function ownersIn({ set, ownersOf }: Report): readonly Owned[] | undefined {
  const byOwners = new Map<string, { owners: readonly string[]; files: string[] }>();
  for (const path of new Set(set.steps.flatMap(({ files }) => files.map((file) => file.path)))) {
    const owners = ownersOf?.(path) ?? [];
    const key = owners.join(' ');
    const known = byOwners.get(key);
    if (known) known.files.push(path);
    else byOwners.set(key, { owners, files: [path] });
  }
  const all = [...byOwners.values()].map(({ owners, files }) => ({ owners, files: files.sort() }));
  return all.some(({ owners }) => owners.length > 0) ? all.sort(byOwner) : undefined;
}

function byOwner(a: Owned, b: Owned): number {
  // Files without an owner come last.
  if (a.owners.length === 0 || b.owners.length === 0) return b.owners.length - a.owners.length;
  return a.owners.join(' ') < b.owners.join(' ') ? -1 : 1;
}
