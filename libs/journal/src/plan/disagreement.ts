import type { Stuck } from '@ffsd/changes';
import { lineTable, mapOffset } from '@ffsd/edits';
import type { Disagreement } from '../errors/conflict-error.ts';
import type { FileRow, Lost } from '../rows/file-row.ts';
import { applyOp, type Op, swapOps } from '../rows/op.ts';

/** Tells the lines in which somebody's later work is in the way of taking a change back. */
export function disagreementsOf(row: FileRow, { stuck, behind }: Stuck<Op>): readonly Disagreement[] {
  const whole = { path: row.path, line: undefined, expected: undefined, found: undefined };
  const index = row.ops.findIndex((op) => op.id === stuck.id && op.kind === stuck.kind);
  const original = row.ops[index];
  if (stuck.kind === 'delete') return [{ ...whole, because: 'was deleted since' }];
  if (stuck.kind === 'create') return [{ ...whole, because: 'is there again' }];
  if (stuck.kind !== 'edits' || original?.kind !== 'edits' || row.text === null)
    return [{ ...whole, because: 'was renamed since' }];
  const before = row.ops.slice(0, index).reduce(applyOp, row.base) ?? '';
  const later = row.ops.slice(index + 1);
  const found: Disagreement[] = [];
  let shift = 0;
  for (const [at, edit] of original.edits.entries()) {
    const start = edit.start + shift;
    shift += edit.text.length - (edit.end - edit.start);
    // Changing places keeps the edits of a list in their order, so the edit that is stuck is the one with the same index.
    if (behind.kind === 'edits' && swapOps(behind, { ...stuck, edits: [stuck.edits[at]!] }) !== undefined) continue;
    const now = later.reduce(followed, { start, end: start + edit.text.length });
    found.push({
      path: row.path,
      because: 'was edited since',
      expected: withoutLastEnd(before.slice(edit.start, edit.end)),
      ...linesAt(row.text, now.start, now.end),
    });
  }
  return found.length > 0 ? found : [{ ...whole, because: 'was edited since' }];
}

/** Tells where a change that was taken back has been overwritten. */
export function lossOf(row: FileRow, { start, end }: Lost): Disagreement {
  const because = 'was edited since it was taken back';
  if (row.text === null) return { path: row.path, line: undefined, expected: undefined, found: undefined, because };
  return { path: row.path, because, expected: undefined, ...linesAt(row.text, start, end) };
}

function followed(place: { start: number; end: number }, op: Op): { start: number; end: number } {
  if (op.kind !== 'edits') return place;
  return { start: mapOffset(op.edits, place.start, 'before'), end: mapOffset(op.edits, place.end, 'after') };
}

function linesAt(text: string, start: number, end: number): { line: number; found: string } {
  const lines = lineTable(text);
  const line = lines.lineOf(start);
  const last = lines.lineOf(Math.max(start, end - 1));
  return { line, found: start === end ? '' : text.slice(lines.startOf(line), lines.endOf(last)) };
}

function withoutLastEnd(text: string): string {
  return text.replace(/(\r\n|\n|\r)$/, '');
}
