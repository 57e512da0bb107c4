import type { RunRecord, RunTexts } from '../record/run-record.ts';
import { keyText } from './change-key.ts';
import { asFound, type FileRow, newRow, push, putBack, sync, takeOut } from './file-row.ts';
import type { Op } from './op.ts';

export type Rows = ReadonlyMap<string, FileRow>;

/**
 * The rows of the files after some runs, from the records alone. Runs are never rewritten: what was taken back is told by a later run that
 * says so, and a row follows from what the runs say, in their order.
 */
export function replay(runs: readonly { readonly record: RunRecord; readonly texts: RunTexts }[]): Rows {
  let rows: Rows = new Map();
  for (const { record, texts } of runs) {
    switch (record.kind) {
      case 'apply':
        rows = replayApply(rows, record.id, texts);
        break;
      case 'undo':
        rows = replayMove(rows, record.keys.map(keyText), texts, takeOutOrAsFound);
        break;
      case 'redo':
        rows = replayMove(rows, record.keys.map(keyText), texts, (row, isIn) => {
          const moved = putBack(row, isIn);
          return 'stuck' in moved ? row : moved.row;
        });
        break;
      default:
        record satisfies never;
    }
  }
  return rows;
}

function replayApply(before: Rows, run: string, texts: RunTexts): Rows {
  const rows = new Map(before);
  for (const { path, before: text, mode } of texts.effects) {
    const row = rows.get(path);
    rows.set(path, row ? sync(row, text) : newRow(path, text, mode));
  }
  for (const { change, files } of texts.steps) {
    const id = keyText({ run, change });
    for (const file of files) {
      const row = rows.get(file.path) ?? newRow(file.path, null, undefined);
      switch (file.kind) {
        case 'edit':
          rows.set(file.path, push(row, { id, kind: 'edits', edits: file.edits }));
          break;
        case 'create':
          rows.set(file.path, push(row, { id, kind: 'create', text: file.text }));
          break;
        case 'delete':
          rows.set(file.path, push(row, { id, kind: 'delete' }));
          break;
        case 'rename':
          rows.delete(file.path);
          rows.set(file.to, push(row, { id, kind: 'rename', from: file.path, to: file.to }));
          break;
        default:
          file satisfies never;
      }
    }
  }
  return withModes(rows, texts);
}

function replayMove(
  before: Rows,
  keys: readonly string[],
  texts: RunTexts,
  move: (row: FileRow, isMoved: (op: Op) => boolean) => FileRow,
): Rows {
  const ids = new Set(keys);
  const isMoved = (op: Op): boolean => ids.has(op.id);
  const was = new Map(texts.effects.map((effect) => [effect.path, effect.before]));
  const is = new Map(texts.effects.map((effect) => [effect.path, effect.after]));
  const rows = new Map(before);
  const moved: FileRow[] = [];
  for (const row of before.values()) {
    if (!row.ops.some(isMoved) && !row.shelf.some(isMoved)) continue;
    rows.delete(row.path);
    const synced = was.has(row.path) ? sync(row, was.get(row.path)!) : row;
    const next = move(synced, isMoved);
    moved.push(is.has(next.path) ? sync(next, is.get(next.path)!) : next);
  }
  for (const row of moved) rows.set(row.path, row);
  return withModes(rows, texts);
}

/** Takes out; or, where the user has done so already, takes note of it. */
function takeOutOrAsFound(row: FileRow, isOut: (op: Op) => boolean): FileRow {
  const moved = takeOut(row, isOut);
  return 'stuck' in moved ? (asFound(row, isOut) ?? row) : moved.row;
}

function withModes(rows: Map<string, FileRow>, texts: RunTexts): Rows {
  for (const { path, mode } of texts.effects) {
    const row = rows.get(path);
    if (row !== undefined && mode !== undefined) rows.set(path, { ...row, mode });
  }
  return rows;
}
