import type { AnyNode, FunctionDef } from '@ffsd/python';
import { docstringOf } from '@ffsd/python';
import type { Standing } from './standing.ts';

/** Whether a fixture does nothing but set the flag, so that it has no use without that. */
export function isSole({ body }: FunctionDef, standing: Standing): boolean {
  const lines = (body.body as readonly AnyNode[]).filter((line) => line !== docstringOf(body as never));
  const statements = lines.flatMap((line) =>
    line.type === 'SimpleStatementLine' ? [...line.body] : [line],
  ) as AnyNode[];
  const [own, ...others] = statements.filter((one) => !isEmpty(one));
  if (!own || others.length > 0) return false;
  switch (standing.kind) {
    case 'statement':
    case 'result':
      return own === standing.node;
    case 'with':
      return standing.alone && own === standing.statement && standing.statement.body.body.every(isEmptyLine);
    default:
      return false;
  }
}

function isEmptyLine(line: AnyNode): boolean {
  return line.type === 'SimpleStatementLine' ? line.body.every(isEmpty) : isEmpty(line);
}

/** `yield`, `return`, `pass` */
function isEmpty(statement: AnyNode): boolean {
  if (statement.type === 'Pass') return true;
  if (statement.type === 'Return') return statement.value === null;
  return statement.type === 'Expr' && statement.value.type === 'Yield' && statement.value.value === null;
}
