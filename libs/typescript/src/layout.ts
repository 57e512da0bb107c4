import type { Node } from '@babel/types';
import type { Edit } from '@ffsd/edits';
import type { SourceFile } from './parse.ts';
import { walk } from './walk.ts';

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

/** The white space with which the line of the offset begins. */
export function indentOf(text: string, offset: number): string {
  const start = lineStart(text, offset);
  let at = start;
  while (text[at] === ' ' || text[at] === '\t') at++;
  return text.slice(start, at);
}

/** Whether only white space stands between the start of the line and the offset. */
export function beginsLine(text: string, offset: number): boolean {
  return lineStart(text, offset) + indentOf(text, offset).length === offset;
}

/** Whether only white space stands between the offset and the end of the line. */
export function endsLine(text: string, offset: number): boolean {
  return text.slice(offset, lineEnd(text, offset)).trim() === '';
}

export function isBlankLine(text: string, offset: number): boolean {
  return text.slice(lineStart(text, offset), lineEnd(text, offset)).trim() === '';
}

/** The line break that the text uses first, `\n` if it has none. */
export function lineBreakOf(text: string): string {
  return /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
}

/**
 * Moves the lines that begin behind `start` and up to `end` from one indentation to another.
 *
 * Lines whose beginning is content keep it: those inside template literals, and strings that go over several lines.
 */
export function reindent(file: SourceFile, start: number, end: number, from: string, to: string): Edit[] {
  if (from === to) return [];
  const { text } = file;
  const edits: Edit[] = [];
  for (let at = nextLine(text, start); at < end; at = nextLine(text, at)) {
    if (!isBlankLine(text, at) && !isContent(file, at)) edits.push(...moveLine(text, at, from, to));
    if (nextLine(text, at) === at) break;
  }
  return edits;
}

function moveLine(text: string, at: number, from: string, to: string): Edit[] {
  const indent = indentOf(text, at);
  if (from.startsWith(to)) {
    const surplus = from.slice(to.length);
    // A line that is indented less than the rest keeps what it has.
    if (!indent.startsWith(to)) return [];
    const rest = indent.slice(to.length);
    const gone = commonPrefix(rest, surplus);
    return gone ? [{ start: at + to.length, end: at + to.length + gone, text: '' }] : [];
  }
  if (!indent.startsWith(from)) return [];
  return [{ start: at, end: at + from.length, text: to }];
}

function commonPrefix(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length++;
  return length;
}

function isLineBreak(text: string, at: number): boolean {
  return text[at] === '\n' || text[at] === '\r';
}

const contents = new WeakMap<SourceFile, readonly Node[]>();

/** Whether the offset lies inside a literal that goes over several lines. */
function isContent(file: SourceFile, offset: number): boolean {
  let nodes = contents.get(file);
  if (!nodes) {
    const found: Node[] = [];
    walk(file.tree.program, (node) => {
      const literal = node.type === 'TemplateElement' || node.type === 'StringLiteral';
      if (literal && /[\r\n]/.test(file.text.slice(node.start!, node.end!))) found.push(node);
    });
    nodes = found;
    contents.set(file, nodes);
  }
  return nodes.some((node) => node.start! < offset && offset <= node.end!);
}
