import type { Node } from '@babel/types';
import type { Edit } from '@ffsd/edits';
import { beginsLine, endsLine } from '@ffsd/edits';
import { endWithComment, startWithComments } from './comments.ts';
import { outerSpan } from './outer-span.ts';
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
  const [previous, item, next] = [items[index - 1], items[index]!, items[index + 1]].map(
    (one) => one && outerSpan(file, one),
  ) as [Span | undefined, Span, Span | undefined];
  const after = separatorBehind(file, item.end, next?.start ?? text.length, separator);
  const brackets = items.length === 1 ? bracketsAround(file, item, after ?? item.end) : undefined;
  if (brackets) return [{ ...brackets, text: '' }];
  const before = previous
    ? separatorBehind(file, previous.end, item.start, separator)
    : separatorBefore(file, item.start, separator);
  const list: Surroundings = { file, separator, previous, item, next, before, after };
  if (before !== undefined && beginsLine(text, before - separator.length)) return withSeparatorBefore(list, before);
  const start = startOfItem(file, item, before ?? 0);
  if (after !== undefined) return withSeparatorBehind(list, start, after);
  const end = endWithComment(file, item.end);
  const alone = beginsLine(text, start) && endsLine(text, end);
  if (!previous || before === undefined) {
    if (alone && before === undefined) return [removeLines(file, start, end)];
    return [{ start: before === undefined ? item.start : before - separator.length, end: item.end, text: '' }];
  }
  const at = before - separator.length;
  // `a, // first⏎ b` loses the comma and the line of b, but not the comment behind a.
  if (alone && text.slice(before, start).trim() !== '') {
    return [{ start: at, end: before, text: '' }, removeLines(file, start, end)];
  }
  // The comments of an item that shares its line stay where they are; those of the last go with it.
  const from = text.slice(previous.end, at).trim() === '' ? previous.end : at;
  return [{ start: from, end: alone ? end : item.end, text: '' }];
}

interface Span {
  readonly start: number;
  readonly end: number;
}

interface Surroundings {
  readonly file: SourceFile;
  readonly separator: string;
  readonly previous: Span | undefined;
  readonly item: Span;
  readonly next: Span | undefined;
  /** Offsets behind the separators. */
  readonly before: number | undefined;
  readonly after: number | undefined;
}

/** With the comments above, and with one in front of it on its line: `/* the card *\/ card,`. */
function startOfItem(file: SourceFile, item: Span, limit: number): number {
  const inFront = file.tree.comments?.find(
    ({ start, end }) => start! >= limit && end! <= item.start && /^[ \t]*$/.test(file.text.slice(end!, item.start)),
  );
  const first = inFront && beginsLine(file.text, inFront.start!) ? inFront : item;
  return startWithComments(file, first);
}

/** `| 'b'` on a line: the separator goes with the item that it stands in front of. */
function withSeparatorBefore({ file, separator, previous, item, after }: Surroundings, before: number): Edit[] {
  const { text } = file;
  const own = before - separator.length;
  const start = startWithComments(file, { start: own });
  const end = endWithComment(file, item.end);
  if (endsLine(text, end)) return [removeLines(file, start, end)];
  if (after !== undefined) return [{ start: own, end: after - separator.length, text: '' }];
  // The last, with code behind it: `| 'a'⏎ | 'b';` leaves `| 'a';`.
  const from = previous && text.slice(previous.end, start).trim() === '' ? previous.end : start;
  return [{ start: from, end: item.end, text: '' }];
}

/** `a, b, c` loses `b, `; on a line of its own the whole line with its comma. */
function withSeparatorBehind(list: Surroundings, start: number, after: number): Edit[] {
  const { file, separator, previous, item, next } = list;
  const { text } = file;
  if (beginsLine(text, after - separator.length)) {
    // The separator stands on the line of the next: `a⏎ , b` leaves `b`.
    const end = endWithComment(file, item.end);
    const alone = beginsLine(text, start) && endsLine(text, end);
    const own = alone ? removeLines(file, start, end) : { start, end: item.end, text: '' };
    return [own, { start: after - separator.length, end: skipSpaces(text, after), text: '' }];
  }
  const end = endWithComment(file, after);
  if (beginsLine(text, start) && endsLine(text, end)) return [removeLines(file, start, end)];
  // The last of a line or of the list: `[a, b,]` keeps the comma behind a.
  if (previous && (!next || endsLine(text, end))) {
    const to = endsLine(text, end) ? end : after;
    return [{ start: skipSpacesBack(text, start), end: to, text: '' }];
  }
  return [{ start, end: next ? startOf(file, next, end) : skipSpaces(text, after), text: '' }];
}

/** What stands between the brackets of a list with one item, when it is nothing but that item: `{ a: 1 }` becomes `{}`. */
function bracketsAround({ text }: SourceFile, item: Span, after: number): Span | undefined {
  const before = text.slice(0, item.start).trimEnd();
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
    } else if (/\s/.test(file.text[at]!)) {
      at++;
    } else {
      return undefined;
    }
  }
  return undefined;
}

/** The offset behind the separator that stands before the first item. */
function separatorBefore({ text }: SourceFile, from: number, separator: string): number | undefined {
  let at = from;
  while (at > 0 && /\s/.test(text[at - 1]!)) at--;
  return text.endsWith(separator, at) && at >= separator.length ? at : undefined;
}

function startOf(file: SourceFile, next: Span, after: number): number {
  const comment = (file.tree.comments ?? []).find(({ start, end }) => start! >= after && end! <= next.start);
  return comment ? comment.start! : next.start;
}

function skipSpaces(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ' || text[at] === '\t') at++;
  return at;
}

function skipSpacesBack(text: string, from: number): number {
  let at = from;
  while (text[at - 1] === ' ' || text[at - 1] === '\t') at--;
  return at;
}
