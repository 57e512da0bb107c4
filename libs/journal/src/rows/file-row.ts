import { diffEdits, type Separated, type Stuck, separate } from '@ffsd/changes';
import { inOrder, mapOffset } from '@ffsd/edits';
import { applyOp, isForeign, type Op, rebaseOp, swapOps } from './op.ts';

/**
 * The life of one file as far as it matters for taking back: what stands in it, operation after operation, and what was taken
 * out of it and could come back.
 *
 * ```text
 * base ─ c1 ─ c2 ─ ~1 ─ c3 ─▶ text          ops: changes, and what the user did between (~1)
 *                              └─ c4 ─▶      shelf: taken back, here on top of the text
 * ```
 *
 * Taking back c1 is three-way merging without a merge: c1 changes places with c2, ~1 and c3 until it stands at the end, and goes
 * onto the shelf from there. What the file then holds is c2, ~1 and c3 as if c1 had never been. Where it cannot pass, somebody
 * wrote where c1 did, and the answer is no. Doing it again is the same in the other direction: from the shelf to the end of the
 * row. Since the user goes on working, the shelf is moved along with everything that is added to the row.
 *
 * Rows are values; every function gives a new one.
 */
export interface FileRow {
  /** Where the file is now, or was before it was deleted. */
  readonly path: string;
  readonly base: string | null;
  readonly ops: readonly Op[];
  readonly text: string | null;
  /** Permission bits, as far as a run has seen them. */
  readonly mode: number | undefined;
  readonly shelf: readonly Op[];
  readonly lost: readonly Lost[];
}

/** A change on the shelf whose place was overwritten since; it cannot be done again. */
export interface Lost {
  readonly id: string;
  /** What overwrote it. */
  readonly by: Op;
  /** Where, in the text as it is now. */
  readonly start: number;
  readonly end: number;
}

export function newRow(path: string, text: string | null, mode: number | undefined): FileRow {
  return { path, base: text, ops: [], text, mode, shelf: [], lost: [] };
}

/** Adds what was done to the file. */
export function push(row: FileRow, added: Op): FileRow {
  const op = added.kind === 'edits' ? { ...added, edits: effective(added) } : added;
  if (op.kind === 'edits' && op.edits.length === 0) return row;
  const lost = row.lost.map((each) => moveLost(each, op));
  const carried = carry(row.shelf, op);
  return {
    ...row,
    path: op.kind === 'rename' ? op.to : row.path,
    ops: [...row.ops, op],
    text: applyOp(row.text, op),
    shelf: carried.shelf,
    lost: [...lost, ...carried.lost],
  };
}

/** Adds what somebody did to the file since, so that the row ends with the text as it is. */
export function sync(row: FileRow, text: string | null): FileRow {
  if (row.text === text) return row;
  const id = `~${1 + Math.max(0, ...row.ops.filter(isForeign).map((op) => Number(op.id.slice(1))))}`;
  if (text === null) return push(row, { id, kind: 'delete' });
  if (row.text === null) return push(row, { id, kind: 'create', text });
  return push(row, { id, kind: 'edits', edits: diffEdits(row.text, text) });
}

/** Moves operations to the end of the row and from there onto the shelf. */
export function takeOut(row: FileRow, isOut: (op: Op) => boolean): { row: FileRow; out: readonly Op[] } | Stuck<Op> {
  const separated = separate(row.ops, (op) => !isOut(op), swapOps);
  if ('stuck' in separated) return separated;
  const { front, back } = separated;
  const path = back.reduceRight((at, op) => (op.kind === 'rename' ? op.from : at), row.path);
  return {
    row: { ...row, path, ops: front, text: front.reduce(applyOp, row.base), shelf: [...back, ...row.shelf] },
    out: back,
  };
}

/** Moves operations from the shelf to the end of the row. */
export function putBack(row: FileRow, isBack: (op: Op) => boolean): { row: FileRow; back: readonly Op[] } | Stuck<Op> {
  const separated: Separated<Op> | Stuck<Op> = separate(row.shelf, isBack, swapOps);
  if ('stuck' in separated) return separated;
  const added = separated.front.reduce(push, { ...row, shelf: [] });
  return { row: { ...added, shelf: separated.back, lost: row.lost }, back: separated.front };
}

/**
 * The row without the user's last edit, when that edit has already done what taking out would do: a checkout of the file by git looks
 * like that. Undefined when it has not.
 */
export function asFound(row: FileRow, isOut: (op: Op) => boolean): FileRow | undefined {
  const last = row.ops.at(-1);
  if (last === undefined || !isForeign(last)) return undefined;
  const separated = separate(row.ops.slice(0, -1), (op) => !isOut(op), swapOps);
  if ('stuck' in separated || separated.front.reduce(applyOp, row.base) !== row.text) return undefined;
  let { shelf, lost } = row;
  for (const op of separated.back) {
    const carried = carry(shelf, op);
    shelf = carried.shelf;
    lost = [...lost, ...carried.lost];
  }
  return { ...row, ops: separated.front, shelf: [...separated.back, ...shelf], lost };
}

/**
 * Moves the shelf over an operation that was added to the row. What it overwrites is lost, with whatever on the shelf stood on that; the
 * rest is as if the lost had never been on the shelf.
 */
function carry(shelf: readonly Op[], added: Op): { shelf: readonly Op[]; lost: readonly Lost[] } {
  let left = shelf;
  const lost: Lost[] = [];
  for (;;) {
    const moved: Op[] = [];
    let over: Op = added;
    let blocked: Op | undefined;
    for (const op of left) {
      const next = rebaseOp(op, over);
      const nextOver = rebaseOp(over, op);
      if (next === undefined || nextOver === undefined) {
        blocked = op;
        break;
      }
      moved.push(next);
      over = nextOver;
    }
    if (blocked === undefined) return { shelf: moved, lost };
    const place = placeOf(blocked, over, added);
    const gone = new Set([blocked]);
    left = without(left, gone);
    for (const op of gone) lost.push({ id: op.id, by: added, ...place });
  }
}

/** The operations without some of them; what stands on these joins them. */
function without(ops: readonly Op[], gone: Set<Op>): readonly Op[] {
  for (;;) {
    // The operations are told apart by their place in the row, since changing places makes new ones.
    const indexed = ops.map((op, index) => ({ op, index, isGone: gone.has(op) }));
    const separated = separate(
      indexed,
      (entry) => !entry.isGone,
      (first, second) => {
        const swapped = swapOps(first.op, second.op);
        return swapped && { second: { ...second, op: swapped.second }, first: { ...first, op: swapped.first } };
      },
    );
    if (!('stuck' in separated)) return separated.front.map(({ op }) => op);
    gone.add(ops[separated.stuck.index]!);
  }
}

/** Where an added operation overwrote, in the text after it. `over` is the same operation where it met `op`. */
function placeOf(op: Op, over: Op, added: Op): { start: number; end: number } {
  if (added.kind !== 'edits' || over.kind !== 'edits') return { start: 0, end: 0 };
  let shift = 0;
  for (const [index, edit] of added.edits.entries()) {
    const place = { start: edit.start + shift, end: edit.start + shift + edit.text.length };
    if (rebaseOp(op, { ...over, edits: [over.edits[index]!] }) === undefined) return place;
    shift += edit.text.length - (edit.end - edit.start);
  }
  return { start: 0, end: 0 };
}

function moveLost(lost: Lost, op: Op): Lost {
  if (op.kind !== 'edits') return lost;
  return { ...lost, start: mapOffset(op.edits, lost.start, 'before'), end: mapOffset(op.edits, lost.end, 'after') };
}

/** In order and without edits that do nothing, so that each keeps its index when the list changes places. */
function effective(op: Op & { kind: 'edits' }) {
  return inOrder(op.edits).filter(({ start, end, text }) => start !== end || text !== '');
}
