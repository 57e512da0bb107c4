import type { Workspace } from '@ffsd/workspace';

/** One thing that a file has wrong after changes and had not before them. */
export interface Damage {
  readonly kind: 'syntax' | 'unresolved' | 'duplicate' | 'unused';
  /** The name that it is about; empty for the syntax. */
  readonly name: string;
  /** To be read behind "it would": `use total, which is declared nowhere`. */
  readonly what: string;
}

/** The workspace before and after the changes. */
export interface Turn {
  readonly was: Workspace;
  readonly will: Workspace;
}

/** The names that come more often after than before, each once: a second `x` is news where one `x` was there. */
export function newNames(before: Iterable<string>, after: Iterable<string>): readonly string[] {
  const known = countsOf(before);
  return [...countsOf(after)].filter(([name, count]) => count > (known.get(name) ?? 0)).map(([name]) => name);
}

function countsOf(names: Iterable<string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
