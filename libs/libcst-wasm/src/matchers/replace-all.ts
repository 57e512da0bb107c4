import type { AnyNode, Module } from '../generated/nodes.ts';
import { shapes } from '../generated/shapes.ts';
import { Node } from '../node.ts';
import type { remove } from '../replacement.ts';
import { transformWith } from '../transform.ts';
import { candidatesOf } from './candidates.ts';
import type { Matcher } from './matcher.ts';
import { type Captures, test } from './test.ts';

/** What to put in the place of a node that matches. */
type Replaced = AnyNode | readonly AnyNode[] | typeof remove;

/**
 * The same tree with something else in the places of the nodes that match: LibCST's `replace`. Nodes are asked in the
 * order of leaves first, as they were. A node that saves a part which was itself replaced does not match any more.
 *
 * @param replacement a node, several where there is a list, `remove`, or a function that gives it, called with the node
 * and with what the matcher saved, both as they are after the replacements below
 * @throws InvalidReplacementError where a node cannot be removed or become several.
 * @throws InvalidFieldError where a node cannot stand in the place of another.
 */
export function replaceAll<T, C>(
  root: Module,
  matcher: Matcher<T, C>,
  replacement: Replaced | ((node: T, captures: C) => Replaced),
): Module;
export function replaceAll<T, C>(
  root: Node,
  matcher: Matcher<T, C>,
  replacement: Replaced | ((node: T, captures: C) => Replaced),
): AnyNode;
export function replaceAll<T, C>(
  root: Node,
  { spec }: Matcher<T, C>,
  replacement: Replaced | ((node: T, captures: C) => Replaced),
): AnyNode {
  const replaced = new Set<unknown>();
  const rebuilt = new Map<unknown, unknown>();
  const leave = (original: Node, updated: Node): Replaced | Node => {
    const saved = test(original, spec);
    const captures = saved === null ? null : asTheyAre(saved, replaced, rebuilt);
    if (captures === null) return updated;
    replaced.add(original);
    return typeof replacement === 'function' ? replacement(updated as T, captures as C) : replacement;
  };
  const kinds = candidatesOf(spec);
  const calls = {
    enter: [],
    leave: shapes.map((_, kind) => (kinds === null || kinds[kind] === 1 ? leave : undefined)),
  };
  return transformWith(root, calls, (original, updated) => rebuilt.set(original, updated));
}

/** What was saved of the tree as it was → the same as it is now; null if some of it is gone. */
function asTheyAre(
  saved: Captures,
  replaced: ReadonlySet<unknown>,
  rebuilt: ReadonlyMap<unknown, unknown>,
): Captures | null {
  const now = (value: unknown): unknown => rebuilt.get(value) ?? value;
  const values = Object.values(saved);
  if (values.flat().some((value) => value instanceof Node && replaced.has(value))) return null;
  return Object.fromEntries(
    Object.entries(saved).map(([name, value]) => [name, Array.isArray(value) ? value.map(now) : now(value)]),
  );
}
