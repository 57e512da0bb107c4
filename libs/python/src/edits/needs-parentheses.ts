import { type AnyNode, type BaseExpression, findFirst } from 'libcst-wasm';
import { placeOf } from './place-of-expression.ts';
import { Precedence, precedenceOf } from './precedence.ts';

/**
 * Whether an expression without its parentheses must stand in parentheses when it is put where `parent` has the field
 * `key`.
 *
 * ```text
 * n * (a + b if on else 1)    =>   n * a + b         # oops!
 * [x for x in (a if on else b if c else d)]   =>   [x for x in b if c else d]   # oops! no Python
 * ```
 *
 * It may say yes where Python would do without, never the other way round.
 */
export function needsParentheses(node: BaseExpression, parent: AnyNode, key: string): boolean {
  const place = placeOf(parent, key);
  if (node.type === 'GeneratorExp') return true;
  switch (place) {
    case 'statement':
      return node.type === 'NamedExpr';
    case 'values':
      return node.type === 'NamedExpr' || node.type === 'Yield';
    case 'target':
      // Harmless where it stands alone, and needed in `for i, (a, b) in …`.
      return node.type === 'Tuple';
    case 'variable':
    case 'name':
    case 'dotted':
    case 'pattern':
    case 'string':
      return false;
    default:
      // `1.real` is a number and a name.
      if (parent.type === 'Attribute' && node.type === 'Integer') return true;
      if (parent.type.endsWith('StringExpression') && hasColon(node)) return true;
      return precedenceOf(node) < place;
  }
}

/** `f'{a or lambda: b}'` would take the rest for the format. */
function hasColon(node: BaseExpression): boolean {
  return precedenceOf(node) < Precedence.primary && findFirst(node, 'Lambda') !== null;
}
