import type { RunRecord, RunTexts } from '../record/run-record.ts';
import { keyText } from './change-key.ts';
import { asFound, type FileRow, newRow, push, putBack, sync, takeOut } from './file-row.ts';
import type { Op } from './op.ts';

/**
 * The rows of the files after some runs, from the records alone. Runs are never rewritten: what was taken back is told by a later run that
 * says so, and a row follows from what the runs say, in their order.
 *
 * Several rows can have one path. A file that was renamed away and one that took its place have lives of their own, and when both are taken
 * back, both end where they began. At most one of them has a file there; see {@link ownerOf}.
 */
export function replay(runs: readonly { readonly record: RunRecord; readonly texts: RunTexts }[]): readonly FileRow[] {
  let rows: readonly FileRow[] = [];
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

/** The row that a file at the path belongs to: the one that has it, or else the one that had it last. */
export function ownerOf(rows: readonly FileRow[], path: string): FileRow | undefined {
  const here = rows.filter((row) => row.path === path);
  return here.find(({ text }) => text !== null) ?? here.findLast(wasDeleted) ?? here.at(-1);
}

function replayApply(before: readonly FileRow[], run: string, texts: RunTexts): readonly FileRow[] {
  const rows = [...before];
  /** A file that is made where another was deleted goes on with its row, so that the two are taken back in their order. */
  const find = (path: string): FileRow | undefined => {
    const owner = ownerOf(rows, path);
    return owner !== undefined && (owner.text !== null || wasDeleted(owner)) ? owner : undefined;
  };
  const change = (path: string, act: (row: FileRow) => FileRow): void => {
    const row = find(path);
    const next = act(row ?? newRow(path, null, undefined));
    if (row === undefined) rows.push(next);
    else rows[rows.indexOf(row)] = next;
  };
  for (const { path, before: text, mode } of texts.effects) {
    if (find(path) !== undefined) change(path, (row) => sync(row, text));
    else if (text !== null) rows.push(newRow(path, text, mode));
  }
  for (const step of texts.steps) {
    const id = keyText({ run, change: step.change });
    for (const file of step.files) {
      switch (file.kind) {
        case 'edit':
          change(file.path, (row) => push(row, { id, kind: 'edits', edits: file.edits }));
          break;
        case 'create':
          change(file.path, (row) => push(row, { id, kind: 'create', text: file.text }));
          break;
        case 'delete':
          change(file.path, (row) => push(row, { id, kind: 'delete' }));
          break;
        case 'rename':
          change(file.path, (row) => push(row, { id, kind: 'rename', from: file.path, to: file.to }));
          break;
        default:
          file satisfies never;
      }
    }
  }
  return withModes(rows, texts);
}

function replayMove(
  before: readonly FileRow[],
  keys: readonly string[],
  texts: RunTexts,
  move: (row: FileRow, isMoved: (op: Op) => boolean) => FileRow,
): readonly FileRow[] {
  const ids = new Set(keys);
  const isMoved = (op: Op): boolean => ids.has(op.id);
  const synced = syncAll(before, new Map(texts.effects.map((effect) => [effect.path, effect.before])));
  const moved = synced.map((row) => ([...row.ops, ...row.shelf].some(isMoved) ? move(row, isMoved) : row));
  return withModes(syncAll(moved, new Map(texts.effects.map((effect) => [effect.path, effect.after]))), texts);
}

/** Brings the owners of some paths up to the texts that stand there. */
function syncAll(rows: readonly FileRow[], texts: ReadonlyMap<string, string | null>): readonly FileRow[] {
  return rows.map((row) => {
    const text = texts.get(row.path);
    return text === undefined || ownerOf(rows, row.path) !== row ? row : sync(row, text);
  });
}

/** Takes out; or, where the user has done so already, takes note of it. */
function takeOutOrAsFound(row: FileRow, isOut: (op: Op) => boolean): FileRow {
  const moved = takeOut(row, isOut);
  return 'stuck' in moved ? (asFound(row, isOut) ?? row) : moved.row;
}

function wasDeleted({ text, ops }: FileRow): boolean {
  return text === null && ops.at(-1)?.kind === 'delete';
}

function withModes(rows: readonly FileRow[], texts: RunTexts): readonly FileRow[] {
  const modes = new Map(texts.effects.map(({ path, mode }) => [path, mode]));
  return rows.map((row) => {
    const mode = modes.get(row.path);
    return mode === undefined || ownerOf(rows, row.path) !== row ? row : { ...row, mode };
  });
}
