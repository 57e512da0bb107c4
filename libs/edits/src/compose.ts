import type { Edit } from './edit.ts';
import { inOrder } from './in-order.ts';

/**
 * One list that does what `first` and then `second` do; `second` is on the text after `first`.
 *
 * The source is not needed. Where edits of both lists meet they become one edit, and every character of the text between
 * that is not known here is one that `second` replaces anyway:
 *
 * ```text
 * first    abcdef   =>  abXYef     2..4 → XY
 * second   abXYef   =>  abXZ       3..6 → Z
 * composed abcdef   =>  abXZ       2..6 → XZ
 * ```
 *
 * @throws OverlapError when one of the lists overlaps itself.
 */
export function compose(first: readonly Edit[], second: readonly Edit[]): readonly Edit[] {
  const composed: Edit[] = [];
  let shift = 0;
  for (const { start, end, firsts, seconds } of meetings(first, second)) {
    const before = shift;
    for (const { edit } of firsts) shift += edit.text.length - (edit.end - edit.start);
    if (seconds.length === 0) composed.push(...firsts.map(({ edit }) => edit));
    else if (firsts.length === 0) {
      composed.push(...seconds.map((edit) => ({ ...edit, start: edit.start - before, end: edit.end - before })));
    } else composed.push({ start: start - before, end: end - shift, text: join(start, end, firsts, seconds) });
  }
  return composed;
}

/** An edit of the first list with the place of its text in the text between. */
interface Placed {
  readonly edit: Edit;
  readonly start: number;
  readonly end: number;
}

/** A stretch of the text between in which all edits touch. */
interface Meeting {
  start: number;
  end: number;
  readonly firsts: Placed[];
  readonly seconds: Edit[];
}

function meetings(first: readonly Edit[], second: readonly Edit[]): readonly Meeting[] {
  const found: Meeting[] = [];
  const at = ({ start, end }: { start: number; end: number }): Meeting => {
    const last = found.at(-1);
    if (last !== undefined && start <= last.end) {
      last.end = Math.max(last.end, end);
      return last;
    }
    const opened: Meeting = { start, end, firsts: [], seconds: [] };
    found.push(opened);
    return opened;
  };
  const seconds = inOrder(second);
  let next = 0;
  for (const placed of place(first)) {
    for (let edit = seconds[next]; edit !== undefined && edit.start < placed.start; edit = seconds[++next]) {
      at(edit).seconds.push(edit);
    }
    at(placed).firsts.push(placed);
  }
  for (const edit of seconds.slice(next)) at(edit).seconds.push(edit);
  return found;
}

function place(first: readonly Edit[]): readonly Placed[] {
  let shift = 0;
  return inOrder(first).map((edit) => {
    const start = edit.start + shift;
    shift += edit.text.length - (edit.end - edit.start);
    return { edit, start, end: start + edit.text.length };
  });
}

function join(start: number, end: number, firsts: readonly Placed[], seconds: readonly Edit[]): string {
  const between = (from: number, to: number): string =>
    firsts.map((f) => f.edit.text.slice(Math.max(0, from - f.start), Math.max(0, to - f.start))).join('');
  let text = '';
  let position = start;
  for (const edit of seconds) {
    text += between(position, edit.start) + edit.text;
    position = edit.end;
  }
  return text + between(position, end);
}
