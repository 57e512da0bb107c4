import type { Edit } from '@ffsd/edits';
import { indentOf, isBlankLine, nextLine, skipSpaces } from '@ffsd/edits';
import type { BaseSuite, Else, If } from 'libcst-wasm';
import type { SourceFile } from '../parse.ts';
import { startWithComments } from './comments.ts';
import { reindent } from './reindent.ts';
import { removeClause } from './remove-clause.ts';
import { removeLines } from './remove-lines.ts';
import { isPass, removeStatements } from './remove-statements.ts';
import { isLine, type Statement, statementEnd, suiteEnd } from './suite.ts';

/** The characters of a block that are worth keeping: statements and comments. */
export interface BlockContent {
  readonly start: number;
  readonly end: number;
  /** The indentation of its statements. */
  readonly indent: string;
}

/**
 * What a block holds, without the blank lines at its ends and without the comment behind the colon; undefined when that is nothing
 * but `pass`.
 */
export function contentOf(file: SourceFile, suite: BaseSuite): BlockContent | undefined {
  const { text } = file;
  if (isLine(suite)) {
    if (isPass(suite)) return undefined;
    return { start: suite.start, end: statementEnd(file, suite), indent: indentOf(text, suite.start) };
  }
  // The lines behind that of the colon, comments first.
  let line = nextLine(text, suite.header.start);
  while (isBlankLine(text, line)) line = nextLine(text, line);
  const start = skipSpaces(text, line);
  const end = suiteEnd(file, suite);
  if (suite.body.every(isPass) && !/#/.test(text.slice(start, end))) return undefined;
  return { start, end, indent: indentOf(text, suite.body[0]!.start) };
}

/**
 * Puts the content of a block where a compound statement stands, with the indentation of that statement. The comments above the statement
 * stay; that behind the colon goes with the header.
 *
 * @param replaced the statement that goes; it contains the block, as its own or as that of one of its clauses
 */
export function unwrapBlock(file: SourceFile, replaced: Statement, suite: BaseSuite): Edit[] {
  if (replaced.type === 'If' && isElif(replaced)) {
    return suite === replaced.body ? keepBranch(file, replaced) : dropBranch(file, replaced);
  }
  const content = contentOf(file, suite);
  if (content === undefined) return removeStatements(file, replaced);
  return keepContent(file, { start: replaced.start, end: statementEnd(file, replaced) }, content);
}

/**
 * Decides a branch of a chain as true: its block stays, and what comes behind in the chain goes.
 *
 * The branch of an `elif` becomes the `else`, because the branches before it are still asked.
 */
export function keepBranch(file: SourceFile, branch: If): Edit[] {
  if (!isElif(branch)) return unwrapBlock(file, branch, branch.body);
  const end = statementEnd(file, branch);
  // `else: pass` says nothing: the rest of the chain goes.
  if (contentOf(file, branch.body) === undefined) {
    return [removeLines(file, startWithComments(file, branch.start), end, { first: false, last: true })];
  }
  const edits: Edit[] = [{ start: branch.start, end: branch.whitespaceAfterTest.fullEnd, text: 'else' }];
  if (branch.orelse !== null) edits.push({ start: suiteEnd(file, branch.body), end, text: '' });
  return edits;
}

/**
 * Decides a branch of a chain as false: its block goes, and what comes behind in the chain stays.
 *
 * ```text
 * if off:          if b:              if off:               d()
 *     a()    =>        c()                a()        =>
 * elif b:                             else:
 *     c()                                 d()
 * ```
 */
export function dropBranch(file: SourceFile, branch: If): Edit[] {
  const { orelse } = branch;
  if (isElif(branch)) return removeClause(file, branch)!;
  if (orelse === null) return removeStatements(file, branch);
  if (orelse.type === 'Else') return keepElse(file, branch, orelse);
  // The comments above the `elif` stay, above what is now the `if`.
  const start = startWithComments(file, orelse.start);
  return [
    { start: branch.start, end: start, text: '' },
    { start: orelse.start, end: orelse.start + 'elif'.length, text: 'if' },
  ];
}

/** The comments above the `else` speak of what stays. */
function keepElse(file: SourceFile, branch: If, { start, body }: Else): Edit[] {
  const comments = startWithComments(file, start);
  const content = contentOf(file, body);
  if (comments === start || content === undefined) return unwrapBlock(file, branch, body);
  return [
    { start: branch.start, end: comments, text: '' },
    ...keepContent(file, { start, end: statementEnd(file, branch) }, content),
  ];
}

/** Whether the branch stands behind another. */
export function isElif(branch: If): boolean {
  const parent = branch.parent;
  return parent?.type === 'If' && parent.orelse === branch;
}

/**
 * Removes everything of `replaced` but `content`, and moves the lines of the content to where `replaced` begins.
 */
export function keepContent(
  file: SourceFile,
  replaced: { readonly start: number; readonly end: number },
  content: BlockContent,
): Edit[] {
  const to = indentOf(file.text, replaced.start);
  return [
    { start: replaced.start, end: content.start, text: '' },
    ...reindent(file, content.start, content.end, content.indent, to),
    { start: content.end, end: replaced.end, text: '' },
  ].filter(({ start, end }) => start !== end);
}
