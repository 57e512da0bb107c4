import type { AnyNode, BaseSuite } from '@ffsd/python';

/**
 * Whether control never reaches what stands behind the statement.
 *
 * It says no where it is not sure: an endless loop, a call that never returns, a `with`, which may swallow an exception.
 *
 * @param known blocks whose answer is already known, because they are about to be replaced
 */
export function completesAbruptly(statement: AnyNode, known: ReadonlyMap<AnyNode, boolean> = new Map()): boolean {
  const answer = known.get(statement);
  if (answer !== undefined) return answer;
  const suite = (body: BaseSuite) => suiteCompletesAbruptly(body, known);
  switch (statement.type) {
    case 'Return':
    case 'Raise':
    case 'Break':
    case 'Continue':
      return true;
    case 'SimpleStatementLine':
      return statement.body.some((one) => completesAbruptly(one, known));
    case 'If': {
      const { orelse } = statement;
      if (!orelse || !suite(statement.body)) return false;
      return orelse.type === 'Else' ? suite(orelse.body) : completesAbruptly(orelse, known);
    }
    case 'Try':
    case 'TryStar': {
      if (statement.finalbody && suite(statement.finalbody.body)) return true;
      const tried = suite(statement.body) || (statement.orelse !== null && suite(statement.orelse.body));
      return tried && statement.handlers.every((handler) => suite(handler.body));
    }
    default:
      return false;
  }
}

export function suiteCompletesAbruptly(body: BaseSuite, known: ReadonlyMap<AnyNode, boolean> = new Map()): boolean {
  const answer = known.get(body);
  if (answer !== undefined) return answer;
  return (body.body as readonly AnyNode[]).some((one) => completesAbruptly(one, known));
}
