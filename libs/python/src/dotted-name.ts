import type { AnyNode, Attribute, Name } from 'libcst-wasm';

/** `a.b.c` of a Name or of an Attribute of names; undefined for other expressions. */
export function dottedName(node: AnyNode): string | undefined {
  if (node.type === 'Name') return node.value;
  if (node.type !== 'Attribute') return undefined;
  const left = dottedName(node.value);
  return left === undefined ? undefined : `${left}.${node.attr.value}`;
}

/** The name that a dotted name begins with. */
export function firstName(node: AnyNode): Name | undefined {
  let at: AnyNode = node;
  while (at.type === 'Attribute') at = at.value;
  return at.type === 'Name' ? at : undefined;
}

/** The attribute access that the node is the receiver of: `node.x`. */
export function memberAccess(node: AnyNode): Attribute | undefined {
  const { parent } = node;
  return parent?.type === 'Attribute' && parent.value === node ? parent : undefined;
}
