import type { Edit } from '@ffsd/edits';
import type { AnyNode, Else, ExceptHandler, ExceptStarHandler, Finally, If, MatchCase } from 'libcst-wasm';
import type { SourceFile } from '../parse.ts';
import { startWithComments } from './comments.ts';
import { removeLines } from './remove-lines.ts';
import { type Suite, suiteEnd } from './suite.ts';

/** A part of a compound statement that the statement may do without; of `If` only an `elif`. */
export type Clause = Else | ExceptHandler | ExceptStarHandler | Finally | If | MatchCase;

/** The clause whose block this is, if it is one of those that may go. */
export function clauseOf(suite: Suite): Clause | undefined {
  const parent = suite.parent;
  switch (parent?.type) {
    case 'Else':
    case 'ExceptHandler':
    case 'ExceptStarHandler':
    case 'Finally':
    case 'MatchCase':
      return parent;
    case 'If':
      return parent.parent?.type === 'If' && parent.parent.orelse === parent ? parent : undefined;
    default:
      return undefined;
  }
}

/**
 * Removes a clause with its block and the comments that belong to it; what comes behind it in the statement stays.
 *
 * @returns undefined where Python needs the clause: the only `except` of a `try` without `finally`, the only `case`
 */
export function removeClause(file: SourceFile, clause: Clause): Edit[] | undefined {
  if (isNeeded(clause)) return undefined;
  const start = startWithComments(file, clause.start);
  const end = suiteEnd(file, clause.body);
  return [removeLines(file, start, end, { first: isFirst(clause), last: isLast(clause) })];
}

function isNeeded(clause: Clause): boolean {
  const parent = clause.parent as AnyNode;
  if (parent.type === 'Match') return parent.cases.length === 1;
  if (parent.type !== 'Try' && parent.type !== 'TryStar') return false;
  if (clause.type === 'Finally') return parent.handlers.length === 0;
  if (clause.type === 'Else' || parent.handlers.length > 1) return false;
  // `else` needs a handler, `finally` does not.
  return parent.finalbody === null || parent.orelse !== null;
}

const isFirst = (clause: Clause): boolean => clause.parent?.type === 'Match' && clause.parent.cases[0] === clause;

function isLast(clause: Clause): boolean {
  const parent = clause.parent as AnyNode;
  return clause.type !== 'If' || clause.orelse === null ? parent.end === clause.end : false;
}
