import { apply, type Edit, indentOf, lineBreakOf, lineStart, nextLine } from '@ffsd/edits';
import { parseModule } from 'libcst-wasm';
import type { SourceFile } from '../parse.ts';
import { startWithComments } from './comments.ts';
import { docstringOf } from './docstring.ts';
import { reindent } from './reindent.ts';
import { isPass } from './remove-statements.ts';
import { lineOf, type Statement, type Suite, statementEnd, statementStart, suiteEnd } from './suite.ts';

/**
 * Puts statements on lines of their own above a statement and its comments, with its indentation.
 *
 * @param code statements as at the left margin, with any line ends; they get those of the file
 */
export function insertBefore(file: SourceFile, statement: Statement, code: string): Edit[] {
  const line = lineOf(statement);
  if (line.type === 'SimpleStatementSuite') return openSuite(file, line, code, 'before');
  const at = lineStart(file.text, startWithComments(file, statementStart(line)));
  return [{ start: at, end: at, text: written(file, code, indentOf(file.text, line.start)) }];
}

/** Puts statements on lines of their own below a statement, with its indentation. See {@link insertBefore}. */
export function insertAfter(file: SourceFile, statement: Statement, code: string): Edit[] {
  const line = lineOf(statement);
  if (line.type === 'SimpleStatementSuite') return openSuite(file, line, code, 'behind');
  return [insertBelow(file, statementEnd(file, line), code, indentOf(file.text, line.start))];
}

/** Puts statements at the end of a block, instead of its `pass` if it has nothing else. See {@link insertBefore}. */
export function appendTo(file: SourceFile, suite: Suite, code: string): Edit[] {
  if (suite.type === 'Module') return appendToModule(file, code);
  if (suite.type === 'SimpleStatementSuite') return openSuite(file, suite, code, 'behind');
  const last = suite.body.at(-1)!;
  if (suite.body.every(isPass)) return replacePass(file, suite, code);
  return [insertBelow(file, suiteEnd(file, suite), code, indentOf(file.text, statementStart(last)))];
}

/** Puts statements at the start of a block, behind its docstring. See {@link insertBefore}. */
export function prependTo(file: SourceFile, suite: Suite, code: string): Edit[] {
  const docstring = docstringOf(suite);
  if (docstring !== undefined) return insertAfter(file, docstring, code);
  const first = suite.body[0];
  if (first === undefined) return appendTo(file, suite, code);
  if (suite.type === 'IndentedBlock' && suite.body.every(isPass)) return replacePass(file, suite, code);
  return insertBefore(file, first, code);
}

function appendToModule(file: SourceFile, code: string): Edit[] {
  const { text, tree } = file;
  const last = tree.body.at(-1);
  if (last !== undefined) return [insertBelow(file, statementEnd(file, last), code, '')];
  return [insertBelow(file, text.trimEnd().length, code, '')];
}

function replacePass(file: SourceFile, suite: Exclude<Suite, { type: 'Module' }>, code: string): Edit[] {
  const [first, last] = [suite.body[0]!, suite.body.at(-1)!];
  const indent = indentOf(file.text, first.start);
  return [{ start: first.start, end: last.end, text: written(file, code, indent).trim() }];
}

/** `if x: a` gets a block with lines. */
function openSuite(
  file: SourceFile,
  suite: Extract<Suite, { type: 'SimpleStatementSuite' }>,
  code: string,
  side: 'before' | 'behind',
): Edit[] {
  const { text, tree } = file;
  const indent = indentOf(text, suite.parent!.start) + tree.defaultIndent;
  const lines = written(file, code, indent);
  const start = suite.leadingWhitespace.fullStart;
  const opened = lineBreakOf(text) + indent;
  // A `pass` without a comment is not worth a line.
  if (suite.body.every(isPass)) return [{ start, end: suite.end, text: lineBreakOf(text) + lines.trimEnd() }];
  if (side === 'before') return [{ start, end: suite.start, text: lineBreakOf(text) + lines + indent }];
  return [{ start, end: suite.start, text: opened }, insertBelow(file, statementEnd(file, suite), code, indent)];
}

/** Below the line of `end`; on the last line of a text without a line break the break comes first. */
function insertBelow(file: SourceFile, end: number, code: string, indent: string): Edit {
  const { text } = file;
  const at = nextLine(text, end);
  const lines = written(file, code, indent);
  if (at === 0 || lineStart(text, at) === at) return { start: at, end: at, text: lines };
  return { start: at, end: at, text: lineBreakOf(text) + lines.trimEnd() };
}

/** The statements with the indentation and the line ends of their place; what is inside of strings keeps its beginning. */
function written(file: SourceFile, code: string, indent: string): string {
  const text = code.endsWith('\n') ? code : `${code}\n`;
  const own: SourceFile = { path: file.path, text, tree: parseModule(text) };
  const moved = apply(text, reindent(own, 0, text.length, '', indent));
  return (indent + moved).replace(/\r\n|\r|\n/g, lineBreakOf(file.text));
}
