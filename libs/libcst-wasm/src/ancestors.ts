import type { AnyNode, NodeTypes } from './generated/nodes.ts';
import type { Node } from './node.ts';

/** The parsed nodes that hold this one, from its parent to the root. A built node has none. */
export function ancestorsOf(node: Node): AnyNode[] {
  const ancestors: AnyNode[] = [];
  for (let at = node.parent; at !== null; at = at.parent) ancestors.push(at);
  return ancestors;
}

/** The innermost node of a type, or of one of several, that holds this one; null if there is none. */
export function enclosing<Type extends keyof NodeTypes>(
  node: Node,
  type: Type | readonly Type[],
): NodeTypes[Type] | null {
  const types: readonly string[] = typeof type === 'string' ? [type] : type;
  for (let at = node.parent; at !== null; at = at.parent) {
    if (types.includes(at.type)) return at as NodeTypes[Type];
  }
  return null;
}
