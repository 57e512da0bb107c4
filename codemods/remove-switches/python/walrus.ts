import type { AnyNode, Binding } from '@ffsd/python';

/**
 * Whether a name that a `:=` binds certainly has its value where it is used: behind it in the same test, in the branch that the test
 * guards, and, where it is evaluated in any case, in what follows.
 *
 * `if ready and (on := is_enabled('x')): a()` binds it in the branch only.
 */
export function isWalrusBound(use: AnyNode, { declarations }: Binding): boolean {
  const walrus = declarations.length === 1 ? (declarations[0]!.parent as AnyNode | null) : null;
  if (walrus?.type !== 'NamedExpr' || walrus.target !== declarations[0]) return false;
  let always = true;
  let onlyAnd = true;
  let at: AnyNode = walrus;
  for (; at.parent; at = at.parent) {
    const { parent } = at as { parent: AnyNode };
    if (parent.type === 'BooleanOperation' && parent.right === at) {
      // `a and (on := f()) and on` has it behind, in the same chain.
      if (parent.operator.type === 'And') always = false;
      else always = onlyAnd = false;
      continue;
    }
    if (parent.type === 'BooleanOperation' || parent.type === 'Comparison' || parent.type === 'ComparisonTarget') {
      if (parent.type === 'BooleanOperation' && parent.operator.type === 'Or') onlyAnd = false;
      continue;
    }
    if (parent.type === 'UnaryOperation') {
      onlyAnd = false;
      continue;
    }
    break;
  }
  const owner = at.parent as AnyNode | null;
  if (owner?.type !== 'If' && owner?.type !== 'While') return false;
  if (use.start < walrus.end) return false;
  if (within(use, owner.test)) return always;
  if (within(use, owner.body)) return always || onlyAnd;
  if (!always || owner.type === 'While') return false;
  if (within(use, owner)) return true;
  // Behind an `elif` nobody knows whether it was asked.
  const suite = owner.parent as AnyNode | null;
  return suite !== null && suite.type !== 'If' && within(use, suite);
}

function within(node: AnyNode, outer: AnyNode): boolean {
  return outer.start <= node.start && node.end <= outer.end;
}
