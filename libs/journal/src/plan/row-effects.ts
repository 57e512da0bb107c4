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
