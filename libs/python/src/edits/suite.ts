import { indentOf, skipSpaces } from '@ffsd/edits';
import type {
  AnyNode,
  BaseCompoundStatement,
  BaseSmallStatement,
  BaseStatement,
  BaseSuite,
  Module,
  SimpleStatementLine,
  SimpleStatementSuite,
} from 'libcst-wasm';
import type { SourceFile } from '../parse.ts';
import { endWithComment, endWithFooter } from './comments.ts';

/** A statement: one that may share its line, a line of such, or one with blocks. */
export type Statement = BaseStatement | BaseSmallStatement;

/** What holds statements. */
export type Suite = Module | BaseSuite;

/** The line or the compound statement that a statement is, or stands in. */
export function lineOf(statement: Statement): BaseStatement | SimpleStatementSuite {
  const parent = statement.parent;
  return parent?.type === 'SimpleStatementLine' || parent?.type === 'SimpleStatementSuite'
    ? parent
    : (statement as BaseStatement);
}

/** The block that a statement stands in. An `elif` stands in the block of its `if`. */
export function suiteOf(statement: Statement): Suite {
  let at: AnyNode | null = lineOf(statement);
  while (at !== null && !isSuite(at)) at = at.parent;
  return at as Suite;
}

export function isSuite(node: AnyNode): node is Suite {
  return node.type === 'Module' || node.type === 'IndentedBlock' || node.type === 'SimpleStatementSuite';
}

export function isCompound(node: AnyNode): node is BaseCompoundStatement {
  return 'leadingLines' in node && node.type !== 'SimpleStatementLine' && !clauses.has(node.type);
}

const clauses: ReadonlySet<string> = new Set([
  'Decorator',
  'Else',
  'ExceptHandler',
  'ExceptStarHandler',
  'Finally',
  'MatchCase',
]);

/** The statements that stand beside each other on a line; just one for a compound statement. */
export function smallStatements(line: BaseStatement | SimpleStatementSuite): readonly Statement[] {
  return isLine(line) ? line.body : [line];
}

export function isLine(node: AnyNode): node is SimpleStatementLine | SimpleStatementSuite {
  return node.type === 'SimpleStatementLine' || node.type === 'SimpleStatementSuite';
}

/** Where a statement begins, with its decorators and without its comments. */
export function statementStart(statement: AnyNode): number {
  const decorated = statement.type === 'FunctionDef' || statement.type === 'ClassDef';
  return (decorated ? statement.decorators[0]?.start : undefined) ?? statement.start;
}

/**
 * Where a statement that has its lines for itself ends: behind its last semicolon, the comment on its last line, and the comments that end
 * its last block.
 */
export function statementEnd(file: SourceFile, statement: AnyNode): number {
  const end = endWithComment(file, behindSemicolon(file, statement.end));
  return isLine(statement) ? end : endWithFooter(file, end, indentOf(file.text, statement.start));
}

/** Where the block of a clause ends, with the comments that end it. */
export function suiteEnd(file: SourceFile, suite: BaseSuite): number {
  const last = suite.type === 'SimpleStatementSuite' ? suite : suite.body.at(-1)!;
  return endWithFooter(file, statementEnd(file, last), indentOf(file.text, suite.parent!.start));
}

function behindSemicolon({ text }: SourceFile, end: number): number {
  const at = skipSpaces(text, end);
  return text[at] === ';' ? at + 1 : end;
}
