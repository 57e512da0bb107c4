import type { Edit } from '@ffsd/edits';
import { type AnyNode, findAll } from 'libcst-wasm';
import type { SourceFile } from '../parse.ts';

/** Offset of the first character of the line. */
export function lineStart(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && !isLineBreak(text, at - 1)) at--;
  // A byte order mark stands before the first line, and belongs to none.
  return at === 0 && text.charCodeAt(0) === 0xfeff ? 1 : at;
}

/** Offset behind the last character of the line, before its line break. */
export function lineEnd(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && !isLineBreak(text, at)) at++;
  return at;
}

/** Offset of the next line, or the length of the text on the last one. */
export function nextLine(text: string, offset: number): number {
  const end = lineEnd(text, offset);
  if (text[end] === '\r' && text[end + 1] === '\n') return end + 2;
  return Math.min(end + 1, text.length);
}

/** Offset behind the last character of the line before, or 0 on the first. */
export function endOfPreviousLine(text: string, offset: number): number {
  const start = lineStart(text, offset);
  if (text[start - 1] === '\n' && text[start - 2] === '\r') return start - 2;
  return Math.max(start - 1, 0);
}

/** The white space with which the line of the offset begins. */
export function indentOf(text: string, offset: number): string {
  const start = lineStart(text, offset);
  return text.slice(start, skipSpaces(text, start));
}

/** Whether only white space stands between the start of the line and the offset. */
export function beginsLine(text: string, offset: number): boolean {
  return skipSpaces(text, lineStart(text, offset)) >= offset;
}

/** Whether only white space stands between the offset and the end of the line. */
export function endsLine(text: string, offset: number): boolean {
  const end = skipSpaces(text, offset);
  return end === text.length || isLineBreak(text, end);
}

export function isBlankLine(text: string, offset: number): boolean {
  return endsLine(text, lineStart(text, offset));
}

/** The offset of the next character that is no white space of the line: a form feed is some. */
export function skipSpaces(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ' || text[at] === '\t' || text[at] === '\f') at++;
  return at;
}

/** The offset behind the last character before `from` that is no white space of the line. */
export function skipSpacesBack(text: string, from: number): number {
  let at = from;
  while (text[at - 1] === ' ' || text[at - 1] === '\t' || text[at - 1] === '\f') at--;
  return at;
}

/** The line break that the text uses first, `\n` if it has none. */
export function lineBreakOf(text: string): string {
  return /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
}

/**
 * Moves the lines that begin behind `start` and up to `end` from one indentation to another.
 *
 * Lines that begin inside a string keep what they have, because their beginning is content:
 *
 * ```text
 * if on:                      print("""
 *     print("""          =>     text
 *       text                  """)
 *     """)
 * ```
 */
export function reindent(file: SourceFile, start: number, end: number, from: string, to: string): Edit[] {
  if (from === to) return [];
  const { text } = file;
  const edits: Edit[] = [];
  for (let at = nextLine(text, start); at < end; at = nextLine(text, at)) {
    if (!isBlankLine(text, at) && !isContent(file, at)) edits.push(...moveLine(text, at, from, to));
  }
  return edits;
}

function moveLine(text: string, at: number, from: string, to: string): Edit[] {
  const indent = indentOf(text, at);
  if (!from.startsWith(to)) return indent.startsWith(from) ? [{ start: at, end: at + from.length, text: to }] : [];
  // A line that is indented less than the rest, a comment or the inside of brackets, keeps what it has.
  if (!indent.startsWith(to)) return [];
  const gone = commonPrefix(indent.slice(to.length), from.slice(to.length));
  return gone ? [{ start: at + to.length, end: at + to.length + gone, text: '' }] : [];
}

function commonPrefix(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length++;
  return length;
}

function isLineBreak(text: string, at: number): boolean {
  return text[at] === '\n' || text[at] === '\r';
}

const contents = new WeakMap<SourceFile, readonly AnyNode[]>();

/** Whether the offset lies inside a string that goes over several lines. */
function isContent(file: SourceFile, offset: number): boolean {
  let nodes = contents.get(file);
  if (!nodes) {
    const strings = [...findAll(file.tree, 'SimpleString'), ...findAll(file.tree, 'FormattedString')];
    nodes = [...strings, ...findAll(file.tree, 'TemplatedString')].filter(({ start, end }) =>
      /[\r\n]/.test(file.text.slice(start, end)),
    );
    contents.set(file, nodes);
  }
  return nodes.some(({ start, end }) => start < offset && offset < end);
}
