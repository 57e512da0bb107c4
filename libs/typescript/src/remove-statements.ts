import type { Node } from '@babel/types';
import type { Edit } from '@ffsd/edits';
import { beginsLine, endsLine, isBlankLine, lineEnd, lineStart, nextLine } from '@ffsd/edits';
import { endWithComment, startWithComments } from './comments.ts';
import type { SourceFile } from './parse.ts';

/**
 * Removes a run of neighbouring statements, members or elements that stand on lines of their own, with the comments that
 * belong to them; where they share a line with other code, only their characters and the white space before.
 *
 * A blank line on both sides becomes one, and none is left at the edge of a block.
 *
 * @param first the first node of the run
 * @param last the last node of the run, the same for one
 */
export function removeStatements(file: SourceFile, first: Node, last: Node): Edit[] {
  const start = startWithComments(file, first);
  const end = endWithComment(file, last.end!);
  return [removeLines(file, start, end)];
}

/** Removes `start..end`, and the lines that become empty by it. */
export function removeLines(file: SourceFile, start: number, end: number): Edit {
  const { text } = file;
  if (!beginsLine(text, start) || !endsLine(text, end)) return removeWithin(text, start, end);
  let from = lineStart(text, start);
  let to = nextLine(text, end);
  // On the last line without a line break there is nothing behind to take: take the break before instead.
  if (to === text.length && lineEnd(text, end) === text.length && from > 0) {
    from = endOfPreviousLine(text, from);
    return { start: from, end: to, text: '' };
  }
  const blankBefore = from > bom(text) && isBlankLine(text, previousLine(text, from));
  const blankAfter = to < text.length && isBlankLine(text, to);
  if (blankAfter && (blankBefore || opensBlock(text, from))) {
    to = nextLine(text, to);
  } else if (blankBefore && closesBlock(text, to)) {
    from = previousLine(text, from);
  }
  return { start: from, end: to, text: '' };
}

function removeWithin(text: string, start: number, end: number): Edit {
  // `a(); b(); c();` loses ` b();`, and at the start of a line `a(); ` with the space behind.
  if (beginsLine(text, start)) {
    let to = end;
    while (text[to] === ' ' || text[to] === '\t') to++;
    return { start, end: to, text: '' };
  }
  let from = start;
  while (text[from - 1] === ' ' || text[from - 1] === '\t') from--;
  // `{ b(); }` keeps its inner spaces apart: `{ }`, and `case 1: b(); break;` its space.
  return { start: from, end, text: '' };
}

function previousLine(text: string, offset: number): number {
  return lineStart(text, endOfPreviousLine(text, lineStart(text, offset)));
}

function endOfPreviousLine(text: string, start: number): number {
  if (text[start - 1] === '\n' && text[start - 2] === '\r') return start - 2;
  return Math.max(start - 1, 0);
}

function opensBlock(text: string, from: number): boolean {
  if (from <= bom(text)) return true;
  const line = text.slice(previousLine(text, from), from);
  return /[{([:]\s*$|^<script\b[^<>]*>\s*$/.test(line);
}

function closesBlock(text: string, to: number): boolean {
  return to >= text.length || /^\s*(?:[})\]]|<\/)/.test(text.slice(to, lineEnd(text, to)));
}

function bom(text: string): number {
  return text.charCodeAt(0) === 0xfeff ? 1 : 0;
}
