import { apply, commute, type Edit, rebase } from '@ffsd/edits';

/** What a change, or the user between two runs, did to one file. */
export type Op = OpBase &
  (
    | { readonly kind: 'edits'; readonly edits: readonly Edit[] }
    | { readonly kind: 'create'; readonly text: string }
    | { readonly kind: 'delete' }
    | { readonly kind: 'rename'; readonly from: string; readonly to: string }
  );

interface OpBase {
  /** Of the change, unique over all runs; of what the user did, a number behind `~`. */
  readonly id: string;
}

/** True for what happened outside of ffsd. */
export function isForeign(op: Op): boolean {
  return op.id.startsWith('~');
}

export function applyOp(text: string | null, op: Op): string | null {
  switch (op.kind) {
    case 'edits':
      return apply(text ?? '', op.edits);
    case 'create':
      return op.text;
    case 'delete':
      return null;
    case 'rename':
      return text;
    default:
      return op satisfies never;
  }
}

/**
 * Lets two operations on one file change places. Edits do as their spans allow. A rename and edits do not mind each other: the text
 * does not know its name. Everything else has to stay in its order.
 */
export function swapOps(first: Op, second: Op): { readonly second: Op; readonly first: Op } | undefined {
  if (first.kind === 'edits' && second.kind === 'edits') {
    const swapped = commute(first.edits, second.edits);
    return swapped && { second: { ...second, edits: swapped.second }, first: { ...first, edits: swapped.first } };
  }
  return passes(first, second) ? { second, first } : undefined;
}

/** An operation moved onto the text after another; both were made for the same text. */
export function rebaseOp(op: Op, over: Op): Op | undefined {
  if (op.kind === 'edits' && over.kind === 'edits') {
    const edits = rebase(op.edits, over.edits);
    return edits && { ...op, edits };
  }
  return passes(op, over) ? op : undefined;
}

function passes(a: Op, b: Op): boolean {
  return (a.kind === 'edits' && b.kind === 'rename') || (a.kind === 'rename' && b.kind === 'edits');
}
