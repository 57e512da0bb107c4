import type { Constant } from '@ffsd/fold';
import type { AnyNode, FunctionDef, SourceFile } from '@ffsd/python';
import { docstringOf, isPure, skip, walk } from '@ffsd/python';
import { suiteCompletesAbruptly } from './completes-abruptly.ts';
import { isSameConstant, literalOf } from './literal-of.ts';

export interface ConstantResult {
  readonly value: Constant;
  /** The first place where it is returned. */
  readonly place: AnyNode;
  /** All places where it is returned. */
  readonly places: readonly AnyNode[];
}

/**
 * What a function always returns, when it does nothing else: every `return` gives the same constant, and no way leads past them all.
 *
 * A generator returns a generator; of a coroutine it is what its `await` gives.
 */
export function constantResult(file: SourceFile, { body }: FunctionDef): ConstantResult | undefined {
  const places: AnyNode[] = [];
  let isOpen = false;
  walk(body, (node) => {
    if (node.type === 'FunctionDef' || node.type === 'Lambda' || node.type === 'ClassDef') return skip;
    if (node.type === 'Yield') isOpen = true;
    if (node.type === 'Return') {
      if (node.value && literalOf(node.value)) places.push(node.value);
      else isOpen = true;
    }
    return undefined;
  });
  const [first] = places;
  const known = first && literalOf(first);
  if (isOpen || !known || !suiteCompletesAbruptly(body)) return undefined;
  if (!places.every((place) => isSameConstant(literalOf(place)!.value, known.value))) return undefined;
  const doc = docstringOf(body);
  const lines = (body.body as readonly AnyNode[]).filter((one) => one !== doc);
  return lines.every((one) => isInert(file, one)) ? { value: known.value, place: first!, places } : undefined;
}

/** Statements that do nothing but decide what is returned. */
function isInert(file: SourceFile, node: AnyNode): boolean {
  const pure = (part: AnyNode | null) => part === null || isPure(part, file, 'members');
  switch (node.type) {
    case 'SimpleStatementLine':
    case 'SimpleStatementSuite':
    case 'IndentedBlock':
      return (node.body as readonly AnyNode[]).every((one) => isInert(file, one));
    case 'Return':
    case 'Expr':
      return pure(node.value);
    case 'Pass':
      return true;
    case 'Assign':
      return node.targets.every(({ target }) => target.type === 'Name') && pure(node.value);
    case 'If':
      return pure(node.test) && isInert(file, node.body) && (!node.orelse || isInert(file, node.orelse));
    case 'Else':
      return isInert(file, node.body);
    default:
      return false;
  }
}
