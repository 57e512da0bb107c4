import type { Edit } from '@ffsd/edits';
import { beginsLine, endOfPreviousLine, lineStart } from '@ffsd/edits';
import type { AnyNode, BaseExpression } from 'libcst-wasm';
import type { SourceFile } from '../parse.ts';
import { commentsWithin, endWithComment, startWithComments } from './comments.ts';

type Operation = AnyNode & { readonly type: 'BooleanOperation' };

/**
 * Keeps one operand of `and` or `or` together with its comments, in the brackets that hold them:
 *
 * ```text
 * if (                                  if (
 *     on  # the flag              =>        user  # somebody is there
 *     and user  # somebody is there     ):
 * ):
 * ```
 *
 * The comments of the other operand go with it: the one behind it and those on the lines right above.
 *
 * @returns undefined where the kept operand has no comment, and the other one leaves none
 */
export function keepOperand(file: SourceFile, node: Operation, kept: BaseExpression): Edit[] | undefined {
  return kept === node.left ? withoutRight(file, node) : withoutLeft(file, node);
}

function withoutRight(file: SourceFile, { left, right, operator, start, fullStart }: Operation): Edit[] | undefined {
  const end = endWithComment(file, right.fullEnd);
  const own = endWithComment(file, left.fullEnd);
  if (own > left.fullEnd) return [{ start: own, end, text: '' }];
  // `user and  # somebody is there`: the operator ends the line of the operand that stays.
  const behind = endWithComment(file, operator.end);
  if (behind > operator.end && behind < right.fullStart)
    return [
      { start: left.fullEnd, end: operator.end, text: '' },
      { start: behind, end, text: '' },
    ];
  const leavesOther = fullStart === start && end > right.fullEnd && beginsLine(file.text, operator.start);
  if (!leavesOther && commentsWithin(file, fullStart, start).length === 0) return undefined;
  return [{ start: left.fullEnd, end, text: '' }];
}

function withoutLeft(
  file: SourceFile,
  { left, right, operator, start, fullStart, fullEnd }: Operation,
): Edit[] | undefined {
  const { text } = file;
  const top = startWithComments(file, left.fullStart);
  // Where the line of the kept operand begins, with its operator when that leads.
  const first = beginsLine(text, operator.start) ? operator.start : right.fullStart;
  const own = startWithComments(file, first);
  const isBelowOwn = own < first && own > left.fullEnd;
  const others = commentsWithin(file, fullStart, top).length + commentsWithin(file, right.fullEnd, fullEnd).length;
  const leavesNone = top === left.fullStart || fullStart < start;
  if (!isBelowOwn && others === 0 && leavesNone) return undefined;
  if (!isBelowOwn) return [{ start: top, end: right.fullStart, text: '' }];
  const end = lineStart(text, own);
  const gone = beginsLine(text, top)
    ? { start: lineStart(text, top), end, text: '' }
    : { start: top, end: endOfPreviousLine(text, end), text: '' };
  return first === right.fullStart ? [gone] : [gone, { start: first, end: right.fullStart, text: '' }];
}
