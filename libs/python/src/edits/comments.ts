import type { SourceFile } from '../parse.ts';
import {
  beginsLine,
  endOfPreviousLine,
  endsLine,
  indentOf,
  isBlankLine,
  lineEnd,
  lineStart,
  nextLine,
  skipSpaces,
} from './layout.ts';

/**
 * The comments that belong to a statement or list item and go with it: those on the lines right above, without a blank
 * line between, except the ones that speak about the whole file or open a pair.
 *
 * @param start where the node begins, its decorators included
 * @returns the offset at which the first of them begins, or `start`
 */
export function startWithComments({ text }: SourceFile, start: number): number {
  if (!beginsLine(text, start)) return start;
  const indent = indentOf(text, start);
  let first = start;
  let line = lineStart(text, start);
  while (line > 0) {
    line = lineStart(text, endOfPreviousLine(text, line));
    const at = skipSpaces(text, line);
    // A comment that is indented further ends the block above.
    if (
      text[at] !== '#' ||
      text.slice(line, at).length > indent.length ||
      isAboutFile(text.slice(at, lineEnd(text, at)))
    )
      break;
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

/** Whether nothing but white space and a comment stands behind the offset on its line. */
export function endsLineWithComment(file: SourceFile, offset: number): boolean {
  return endsLine(file.text, endWithComment(file, offset));
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
