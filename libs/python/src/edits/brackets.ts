import { type AnyNode, type BaseExpression, findAll, type Node } from 'libcst-wasm';

/**
 * Whether lines may end where the node stands, because it stands between brackets of what is around it.
 *
 * @param top where to stop looking: brackets of nodes above it do not count; by default those of the statement are the last
 */
export function isInBrackets(node: AnyNode, top: Node | null = null): boolean {
  let child = node;
  while (child !== top && child.parent !== null) {
    const parent: AnyNode = child.parent;
    // Before Python 3.12 a replacement field of an f-string is no place for a line break.
    if (parent.type === 'FormattedStringExpression') return false;
    // The parentheses of the top itself are around it.
    if (parent === top ? hasBrackets(parent, child) : holdsInBrackets(parent, child)) return true;
    if ('leadingLines' in parent || parent.type === 'SimpleStatementSuite') return false;
    child = parent;
  }
  return false;
}

/** Whether the expression goes over several lines outside of its own brackets, so that it needs some around it. */
export function spansLines(node: BaseExpression): boolean {
  const breaks = findAll(node, 'ParenthesizedWhitespace');
  return breaks.some((space) => !isInBrackets(space, node));
}

function holdsInBrackets(parent: AnyNode, child: AnyNode): boolean {
  return ('lpar' in parent && Array.isArray(parent.lpar) && parent.lpar.length > 0) || hasBrackets(parent, child);
}

/** Whether a node has brackets around the child by what it is, parentheses around all of it left out. */
function hasBrackets(parent: AnyNode, child: AnyNode): boolean {
  switch (parent.type) {
    case 'List':
    case 'Set':
    case 'Dict':
    case 'ListComp':
    case 'SetComp':
    case 'DictComp':
    case 'StarredDictComp':
    case 'TypeParameters':
    case 'MatchMapping':
      return true;
    case 'Call':
      return child !== parent.func && child !== parent.whitespaceAfterFunc;
    case 'Subscript':
      return child !== parent.value && child !== parent.whitespaceAfterValue;
    case 'FunctionDef':
      return child === parent.params || child === parent.whitespaceBeforeParams;
    case 'ClassDef':
    case 'ImportFrom':
    case 'With':
      return parent.lpar !== null && parent.lpar.end <= child.start && child.end <= parent.rpar!.end;
    case 'MatchClass':
      return child !== parent.cls;
    default:
      return false;
  }
}
