import type { AnyNode, If } from 'libcst-wasm';
import { dottedName } from './dotted-name.ts';

/** When a statement runs, as far as its place tells. */
export interface Placement {
  /** In a function: at the earliest when that is called. */
  readonly deferred: boolean;
  /** In a branch, a handler, a loop, a `with` or the part of a `try` that may fail: perhaps not at all. */
  readonly conditional: boolean;
  /** Under `if TYPE_CHECKING:`: for type checkers alone. */
  readonly typeOnly: boolean;
  readonly inClass: boolean;
}

export function placementOf(node: AnyNode): Placement {
  let deferred = false;
  let conditional = false;
  let typeOnly = false;
  let inClass = false;
  for (let at = node; at.parent; at = at.parent) {
    switch (at.parent.type) {
      case 'FunctionDef':
      case 'Lambda':
        // Its decorators, defaults and annotations run where it stands.
        deferred ||= at === at.parent.body;
        break;
      case 'ClassDef':
        inClass ||= at === at.parent.body;
        break;
      case 'If':
        conditional ||= at !== at.parent.test;
        typeOnly ||= isTypeBranch(at.parent, at);
        break;
      case 'For':
      case 'While':
      case 'Try':
      case 'TryStar':
      case 'ExceptHandler':
      case 'ExceptStarHandler':
      case 'MatchCase':
      // with suppress(ImportError): import x   # perhaps not
      case 'With':
        conditional ||= at.type === 'IndentedBlock' || at.type === 'SimpleStatementSuite';
        break;
      case 'BooleanOperation':
        conditional ||= at === at.parent.right;
        break;
      case 'IfExp':
        conditional ||= at !== at.parent.test;
        break;
    }
  }
  return { deferred, conditional, typeOnly, inClass };
}

/** `if TYPE_CHECKING: …`, and the `else` of `if not TYPE_CHECKING`. */
function isTypeBranch({ test, body, orelse }: If, branch: AnyNode): boolean {
  if (isTypeChecking(test)) return branch === body;
  return (
    test.type === 'UnaryOperation' &&
    test.operator.type === 'Not' &&
    isTypeChecking(test.expression) &&
    branch === orelse &&
    orelse?.type === 'Else'
  );
}

function isTypeChecking(test: AnyNode): boolean {
  return /(?:^|\.)TYPE_CHECKING$/.test(dottedName(test) ?? '');
}
