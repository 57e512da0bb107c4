import type { Edit } from './edit.ts';

/**
 * Moves `edits` by what `over` inserts and removes before them, in one sweep; undefined when two edits are in each other's
 * way. Both lists are in order, on the same text.
 */
export function shiftOver(
  edits: readonly Edit[],
  over: readonly Edit[],
  inTheWay: (edit: Edit, other: Edit) => boolean,
): readonly Edit[] | undefined {
  const others = over.filter(changesSomething);
  const moved: Edit[] = [];
  let shift = 0;
  let next = 0;
  for (const edit of edits.filter(changesSomething)) {
    for (let other = others[next]; other !== undefined && isBefore(other, edit); other = others[++next]) {
      if (inTheWay(edit, other)) return undefined;
      shift += other.text.length - (other.end - other.start);
    }
    for (let ahead = next; ; ahead++) {
      const other = others[ahead];
      if (other === undefined || other.start > edit.end) break;
      if (inTheWay(edit, other)) return undefined;
    }
    moved.push({ start: edit.start + shift, end: edit.end + shift, text: edit.text });
  }
  return moved;
}

/** Inserting nothing has a place but no effect; it must not stand in the way of a real insertion. */
function changesSomething({ start, end, text }: Edit): boolean {
  return start !== end || text !== '';
}

function isBefore(a: Edit, b: Edit): boolean {
  return a.end <= b.start && !(a.start === b.end);
}
