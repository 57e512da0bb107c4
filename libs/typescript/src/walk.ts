import type { Node } from '@babel/types';
import { childKeysOf } from './child-keys.ts';

/** `key` is the property of the parent; `index` the place in it when it is a list, else -1. */
export type ChildVisitor = (child: Node, key: string, index: number) => void;

/** Calls `visit` for every direct child, in source order. Comments, tokens and locations are no children. */
export function forEachChild(node: Node, visit: ChildVisitor): void {
  if (node.type === 'TemplateLiteral') {
    interleave(node.quasis, node.expressions, visit);
    return;
  }
  const properties = node as unknown as Record<string, unknown>;
  for (const key of childKeysOf(node)) {
    const value = properties[key];
    if (typeof value !== 'object' || value === null) continue;
    if (Array.isArray(value)) {
      // Not for-of: holes of arrays and patterns are null here, and this loop is the hottest of the room.
      for (let index = 0; index < value.length; index++) if (isNode(value[index])) visit(value[index], key, index);
    } else if (isNode(value)) visit(value, key, -1);
  }
}

export const skip: unique symbol = Symbol('skip');

/**
 * Visits `node` and everything below it, parents first, in source order.
 *
 * @param enter returns {@link skip} to leave out what is below the node
 */
export function walk(node: Node, enter: (node: Node) => unknown): void {
  // One function for the whole walk: one for each node costs more than the rest of the walk.
  const visit = (at: Node): void => {
    if (enter(at) !== skip) forEachChild(at, visit);
  };
  visit(node);
}

function interleave(quasis: readonly Node[], expressions: readonly Node[], visit: ChildVisitor): void {
  for (let index = 0; index < quasis.length; index++) {
    visit(quasis[index]!, 'quasis', index);
    if (expressions[index]) visit(expressions[index]!, 'expressions', index);
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
}
