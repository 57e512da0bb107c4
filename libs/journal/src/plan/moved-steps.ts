import type { FileStep } from '@ffsd/changes';
import { invert } from '@ffsd/edits';
import { applyOp, type Op } from '../rows/op.ts';

/** Operations of one change that follow each other in a row: a rename and the edits that come with it. */
interface Group {
  readonly id: string;
  readonly ops: readonly Op[];
  readonly before: string | null;
  readonly after: string | null;
}

/** What doing the operations does to the file, change by change, given the text and the path before them. */
export function forwardSteps(ops: readonly Op[], text: string | null, path: string): readonly [string, FileStep][] {
  let at = path;
  return groups(ops, text).map(({ id, ops, before, after }) => {
    const from = at;
    for (const op of ops) if (op.kind === 'rename') at = op.to;
    const edits = ops.flatMap((op) => (op.kind === 'edits' ? op.edits : []));
    return [id, fileStep(from, at, before, after, edits)];
  });
}

/** What taking the operations back does, the last first, given the text before them and the path after them. */
export function backwardSteps(ops: readonly Op[], text: string | null, path: string): readonly [string, FileStep][] {
  let at = path;
  return groups(ops, text)
    .toReversed()
    .map(({ id, ops, before, after }) => {
      const from = at;
      for (const op of ops.toReversed()) if (op.kind === 'rename') at = op.from;
      const edits = ops.flatMap((op) => (op.kind === 'edits' ? invert(before ?? '', op.edits) : []));
      return [id, fileStep(from, at, after, before, edits)];
    });
}

function groups(ops: readonly Op[], text: string | null): readonly Group[] {
  const found: Group[] = [];
  let before = text;
  for (const op of ops) {
    const after = applyOp(before, op);
    const last = found.at(-1);
    if (last?.id === op.id) found[found.length - 1] = { ...last, ops: [...last.ops, op], after };
    else found.push({ id: op.id, ops: [op], before, after });
    before = after;
  }
  return found;
}

function fileStep(
  path: string,
  to: string,
  before: string | null,
  after: string | null,
  edits: FileStep['edits'],
): FileStep {
  return { path, ...(to === path ? {} : { to }), before: before ?? undefined, after: after ?? undefined, edits };
}
