import type { Effect } from '../disk/effect.ts';
import type { FileRow } from '../rows/file-row.ts';

/** What it does to the files when a row turns from one into another. */
export function rowEffects(from: FileRow, to: FileRow): readonly Effect[] {
  const mode = from.mode === undefined ? {} : { mode: from.mode };
  if (from.path === to.path) return [{ path: from.path, before: from.text, after: to.text, ...mode }];
  return [
    { path: from.path, before: from.text, after: null, ...mode },
    { path: to.path, before: null, after: to.text, ...mode },
  ];
}

/**
 * One effect for each path. When a file leaves a path and another takes its place, both rows speak of that path: one says what goes,
 * the other what comes.
 */
export function byPath(effects: readonly Effect[]): readonly Effect[] {
  const merged = new Map<string, Effect>();
  for (const effect of effects) {
    const other = merged.get(effect.path);
    merged.set(effect.path, other === undefined ? effect : both(other, effect));
  }
  return [...merged.values()];
}

function both(a: Effect, b: Effect): Effect {
  const comes = a.after === null ? b : a;
  return { ...comes, before: a.before ?? b.before };
}
