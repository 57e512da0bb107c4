import type { Node } from '@babel/types';
import type { Edit } from '@ffsd/edits';
import { endWithComment, startWithComments } from './comments.ts';
import { beginsLine, endsLine } from './layout.ts';
import type { SourceFile } from './parse.ts';
import { removeLines } from './remove-statements.ts';

/**
 * Removes one item of a list with separators: array elements, object properties, arguments, specifiers, enum members,
 * union members. The separators of the others stay as they are, so a trailing comma stays where there was one.
 *
 * @param items all items in the order of the text
 * @param index the item that goes
 * @param separator `,` or `|` and so on; a separator may also stand before the first item, as in unions
 */
export function removeListItem(file: SourceFile, items: readonly Node[], index: number, separator = ','): Edit[] {
  const { text } = file;
  const item = items[index]!;
  const next = items[index + 1];
  const previous = items[index - 1];
  const after = separatorBehind(file, item.end!, next?.start ?? text.length, separator);
  const start = startWithComments(file, item);
  const brackets = items.length === 1 ? bracketsAround(file, item, after ?? item.end!) : undefined;
  if (brackets) return [{ ...brackets, text: '' }];
  if (after !== undefined) {
    // `a, b, c` loses `b, `; on a line of its own the whole line with its comma.
    const end = endWithComment(file, after);
    if (beginsLine(text, start) && endsLine(text, end)) return [removeLines(file, start, end)];
    // The last one with a trailing comma: `[a, b,]` keeps the comma behind a.
    if (!next && previous) return [{ start: previous.end!, end: item.end!, text: '' }];
    return [{ start, end: next ? startOf(file, next, after) : skipSpaces(text, after), text: '' }];
  }
  if (!previous) {
    // The only one, or the first of a union with a leading `|`: that goes too.
    const before = separatorBefore(file, item.start!, separator);
    return [{ start: before ?? item.start!, end: item.end!, text: '' }];
  }
  const behind = separatorBehind(file, previous.end!, item.start!, separator);
  const at = behind === undefined ? previous.end! : behind - separator.length;
  // `a, // first⏎ b` loses the comma and the line of b, but not the comment behind a.
  const end = endWithComment(file, item.end!);
  if (beginsLine(text, start) && endsLine(text, end) && text.slice(at + separator.length, start).trim() !== '') {
    return [{ start: at, end: at + separator.length, text: '' }, removeLines(file, start, end)];
  }
  // In a union the separator may stand on the line of the item: `| 'a'⏎ | 'b';` leaves `| 'a';`.
  const from = text.slice(previous.end!, at).trim() === '' ? previous.end! : at;
  return [{ start: from, end: item.end!, text: '' }];
}

/** What stands between the brackets of a list with one item, when it is nothing but that item: `{ a: 1 }` becomes `{}`. */
function bracketsAround({ text }: SourceFile, item: Node, after: number): { start: number; end: number } | undefined {
  const before = text.slice(0, item.start!).trimEnd();
  const behind = text.slice(after).trimStart();
  if (!/[{[(]$/.test(before) || !/^[}\])]/.test(behind)) return undefined;
  return { start: before.length, end: text.length - behind.length };
}

/** The offset behind the separator that follows, comments skipped. */
function separatorBehind(file: SourceFile, from: number, limit: number, separator: string): number | undefined {
  const comments = file.tree.comments ?? [];
  let at = from;
  while (at < limit) {
    const comment = comments.find((candidate) => candidate.start === at);
    if (comment) {
      at = comment.end!;
    } else if (file.text.startsWith(separator, at)) {
      return at + separator.length;
    } else if (/\s|\)/.test(file.text[at]!)) {
      at++;
    } else {
      return undefined;
    }
  }
  return undefined;
}

function separatorBefore(file: SourceFile, from: number, separator: string): number | undefined {
  let at = from;
  while (at > 0 && /\s/.test(file.text[at - 1]!)) at--;
  return file.text.endsWith(separator, at) && file.text.slice(0, at).endsWith(separator)
    ? at - separator.length
    : undefined;
}

function startOf(file: SourceFile, next: Node, after: number): number {
  const comment = (file.tree.comments ?? []).find(({ start, end }) => start! >= after && end! <= next.start!);
  return comment ? comment.start! : next.start!;
}

function skipSpaces(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ' || text[at] === '\t') at++;
  return at;
}
