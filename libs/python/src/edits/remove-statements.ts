import type { Edit } from '@ffsd/edits';
import { indentOf, lineStart } from '@ffsd/edits';
import type { SourceFile } from '../parse.ts';
import { startWithComments } from './comments.ts';
import { clauseOf, removeClause } from './remove-clause.ts';
import { removeLines } from './remove-lines.ts';
import { isLine, lineOf, type Statement, smallStatements, statementEnd, statementStart, suiteOf } from './suite.ts';

/**
 * Removes a run of neighbouring statements of one block: whole lines with the comments that belong to them, or, where
 * they share a line with others, only their characters. A block that would be left empty gets a `pass`.
 *
 * @param first the first statement of the run
 * @param last the last statement of the run, the same for one
 * @param whenEmpty `clause` removes an `else`, `elif`, `except`, `finally` or `case` that would be left empty, where
 *   Python can do without it
 */
export function removeStatements(
  file: SourceFile,
  first: Statement,
  last: Statement = first,
  whenEmpty: 'pass' | 'clause' = 'pass',
): Edit[] {
  // An `elif` is a statement in the tree, and a clause to a reader.
  const elif = first.type === 'If' ? clauseOf(first.body) : undefined;
  if (elif !== undefined) return removeClause(file, elif)!;
  const suite = suiteOf(first);
  const lines: readonly Line[] = suite.type === 'SimpleStatementSuite' ? [suite] : suite.body;
  const from = lines.indexOf(lineOf(first));
  const to = lines.indexOf(lineOf(last));
  const partOfFirst = partOf(lines[from]!, first, from === to ? last : undefined);
  const partOfLast = from === to ? partOfFirst : partOf(lines[to]!, undefined, last);
  const edits: Edit[] = [];
  if (!partOfFirst.whole) edits.push(...removeWithin(partOfFirst));
  if (!partOfLast.whole && from !== to) edits.push(...removeWithin(partOfLast));
  const wholeFrom = partOfFirst.whole ? from : from + 1;
  const wholeTo = partOfLast.whole ? to : to - 1;
  if (whenEmpty === 'clause' && wholeTo - wholeFrom === lines.length - 1) {
    const clause = clauseOf(suite);
    const gone = clause && removeClause(file, clause);
    if (gone) return gone;
  }
  if (wholeFrom <= wholeTo) edits.push(removeWhole(file, lines, wholeFrom, wholeTo));
  return edits;
}

interface Part {
  readonly statements: readonly Statement[];
  readonly from: number;
  readonly to: number;
  readonly whole: boolean;
}

/** Which of the statements on a line the run takes. */
function partOf(line: Line, first: Statement | undefined, last: Statement | undefined): Part {
  const statements = smallStatements(line);
  const from = first === undefined ? 0 : Math.max(statements.indexOf(first), 0);
  const at = last === undefined ? -1 : statements.indexOf(last);
  const to = at < 0 ? statements.length - 1 : at;
  return { statements, from, to, whole: from === 0 && to === statements.length - 1 };
}

type Line = Parameters<typeof smallStatements>[0];

/** `a; b; c` loses `; b`, and at the start of the line `a; `. A semicolon behind the last stays. */
function removeWithin({ statements, from, to }: Part): Edit[] {
  if (from > 0) return [{ start: statements[from - 1]!.end, end: statements[to]!.end, text: '' }];
  return [{ start: statements[0]!.start, end: statements[to + 1]!.start, text: '' }];
}

function removeWhole(file: SourceFile, lines: readonly Line[], from: number, to: number): Edit {
  const [first, last] = [lines[from]!, lines[to]!];
  const all = from === 0 && to === lines.length - 1;
  if (first.type === 'SimpleStatementSuite') return { start: first.start, end: last.end, text: 'pass' };
  const start = startWithComments(file, statementStart(first));
  const end = statementEnd(file, last);
  if (all && first.parent?.type === 'IndentedBlock') {
    // The comment above may be indented less than the statement, and `pass` must not.
    const line = lineStart(file.text, start);
    return { start: line, end, text: `${indentOf(file.text, statementStart(first))}pass` };
  }
  return removeLines(file, start, end, { first: from === 0, last: to === lines.length - 1 });
}

/** Whether a statement is `pass`, alone on its line or with others of its kind. */
export function isPass(statement: Statement | Line): boolean {
  return isLine(statement) ? statement.body.every(isPass) : statement.type === 'Pass';
}
