import {
  beginsLine,
  endOfPreviousLine,
  indentOf,
  isBlankLine,
  lineEnd,
  lineStart,
  nextLine,
  skipSpaces,
} from '@ffsd/edits';
import { type Comment, findAll } from 'libcst-wasm';
import type { SourceFile } from '../parse.ts';

/**
 * The comments that belong to a statement or list item and go with it: those on the lines right above, without a blank
 * line between, except the ones that speak about the whole file or open a pair.
 *
 * @param start where the node begins, its decorators included
 * @returns the offset at which the first of them begins, or `start`
 */
export function startWithComments(file: SourceFile, start: number): number {
  const { text } = file;
  if (!beginsLine(text, start)) return start;
  const indent = indentOf(text, start);
  let first = start;
  let line = lineStart(text, start);
  while (line > 0) {
    line = lineStart(text, endOfPreviousLine(text, line));
    const at = skipSpaces(text, line);
    // The last line of a string may look like a comment, and a comment that is indented further ends the block above.
    if (!isComment(file, at) || at - line > indent.length) break;
    if (isAboutFile(text.slice(at, lineEnd(text, at)))) break;
    first = at;
    if (line === lineStart(text, 0)) break;
  }
  return first;
}

/** The offset behind a comment that stands on the same line right after the node, or the end of the node. */
export function endWithComment({ text }: SourceFile, end: number): number {
  return text[skipSpaces(text, end)] === '#' ? lineEnd(text, end) : end;
}

/**
 * The offset behind the comments that stand at the end of a block, further to the right than the statement that holds
 * the block; `end` when there are none.
 *
 * @param end where the last statement of the block ends, its comment included
 * @param indent the indentation of the statement that holds the block
 */
export function endWithFooter({ text }: SourceFile, end: number, indent: string): number {
  let last = end;
  for (let line = nextLine(text, end); line < text.length; line = nextLine(text, line)) {
    if (isBlankLine(text, line)) continue;
    const at = skipSpaces(text, line);
    if (text[at] !== '#' || at - line <= indent.length) break;
    last = lineEnd(text, line);
  }
  return last;
}

/** The comments between two offsets. */
export function commentsWithin(file: SourceFile, start: number, end: number): readonly Comment[] {
  return findAll(file.tree, 'Comment').filter((comment) => comment.start >= start && comment.end <= end);
}

const starts = new WeakMap<SourceFile, ReadonlySet<number>>();

function isComment(file: SourceFile, offset: number): boolean {
  if (file.text[offset] !== '#') return false;
  const known = starts.get(file) ?? new Set(findAll(file.tree, 'Comment').map(({ start }) => start));
  starts.set(file, known);
  return known.has(offset);
}

/**
 * Comments that do not belong to the statement below: licences, what holds for the whole file or from here on, and the
 * halves of a pair (`fmt: off`, `region`), whose other half stands elsewhere.
 */
function isAboutFile(comment: string): boolean {
  return /^#!/.test(comment) || ofFile.test(comment) || ofPair.test(comment);
}

const ofFile =
  /\bSPDX-|\bCopyright\b|\blicen[cs]e\b|^#.*?coding[:=]|^#\s*(?:mypy|pyright|flake8|ruff|pylint|isort|type|cython|distutils)\s*:|^#\s*(?:vim?|Local Variables|End):|^#\s*%%/i;

const ofPair =
  /^#\s*(?:fmt|yapf|autopep8|isort|black|ruff)\s*:\s*(?:off|on|disable|enable)\b|^#\s*(?:end)?region\b|^#\s*(?:nopep8|\{\{\{|\}\}\}|---+|===+|###)/i;
