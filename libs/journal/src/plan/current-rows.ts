import type { Disagreement } from '../errors/conflict-error.ts';
import type { RunRecord, RunTexts } from '../record/run-record.ts';
import type { FileRow } from '../rows/file-row.ts';
import { sync } from '../rows/file-row.ts';
import type { Op } from '../rows/op.ts';
import { ownerOf, replay } from '../rows/replay.ts';
import type { Found } from './move-plan.ts';

export interface Past {
  /** The finished runs, in their order. */
  readonly records: readonly RunRecord[];
  readonly textsOf: (run: string) => RunTexts;
  /** The files as they are now. */
  readonly look: (path: string) => Found;
}

/** The rows that hold one of the operations, brought up to what stands on the disk. */
export function currentRows(
  past: Past,
  paths: Iterable<string>,
  isMeant: (op: Op) => boolean,
): { readonly rows: readonly FileRow[]; readonly unreadable: readonly Disagreement[] } {
  const runs = runsAround(past.records, paths).map((record) => ({ record, texts: past.textsOf(record.id) }));
  const all = replay(runs);
  const rows: FileRow[] = [];
  const unreadable: Disagreement[] = [];
  for (const row of all) {
    if (![...row.ops, ...row.shelf].some(isMeant) && !row.lost.some(({ id }) => isMeant({ id, kind: 'delete' })))
      continue;
    if (ownerOf(all, row.path) !== row) {
      rows.push(row);
      continue;
    }
    const { text, mode } = past.look(row.path);
    if (text === undefined) {
      const because = 'is no longer a text';
      unreadable.push({ path: row.path, line: undefined, expected: undefined, found: undefined, because });
    } else rows.push({ ...sync(row, text), mode: mode ?? row.mode });
  }
  return { rows, unreadable };
}

/**
 * The runs that say something about the paths, or about what these were called before and after. Reading the others would cost
 * time for nothing.
 */
function runsAround(records: readonly RunRecord[], paths: Iterable<string>): readonly RunRecord[] {
  const around = new Set(paths);
  for (let known = -1; known < around.size; ) {
    known = around.size;
    for (const record of records) {
      if (record.kind !== 'apply') continue;
      for (const change of record.changes) {
        if (change.paths.some((path) => around.has(path))) for (const path of change.paths) around.add(path);
      }
    }
  }
  return records.filter((record) => record.paths.some((path) => around.has(path)));
}
