import type { Node } from '@babel/types';
import { hasOwnJump } from './has-own-jump.ts';

/**
 * Whether control never reaches what stands behind the statement.
 *
 * It says no where it is not sure: an endless loop, a call that never returns.
 *
 * @param known statements whose answer is already known, because they are about to be replaced
 */
export function completesAbruptly(statement: Node, known: ReadonlyMap<Node, boolean> = new Map()): boolean {
  const answer = known.get(statement);
  if (answer !== undefined) return answer;
  switch (statement.type) {
    case 'ReturnStatement':
    case 'ThrowStatement':
    case 'BreakStatement':
    case 'ContinueStatement':
      return true;
    case 'BlockStatement':
      return statement.body.some((inner) => completesAbruptly(inner, known));
    case 'IfStatement':
      return (
        completesAbruptly(statement.consequent, known) &&
        statement.alternate != null &&
        completesAbruptly(statement.alternate, known)
      );
    case 'TryStatement': {
      if (statement.finalizer && completesAbruptly(statement.finalizer, known)) return true;
      const handled = !statement.handler || completesAbruptly(statement.handler.body, known);
      return handled && completesAbruptly(statement.block, known);
    }
    case 'LabeledStatement':
      // `out: { break out; }` ends the label, not the function.
      return !hasOwnJump(statement.body) && completesAbruptly(statement.body, known);
    default:
      return false;
  }
}
