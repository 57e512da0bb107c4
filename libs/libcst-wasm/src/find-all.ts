import type { AnyNode, NodeTypes } from './generated/nodes.ts';
import { kindsOf } from './kinds.ts';
import { candidatesOf } from './matchers/candidates.ts';
import type { Matcher } from './matchers/matcher.ts';
import { test } from './matchers/test.ts';
import type { Node } from './node.ts';
import { stop, walkKinds } from './walk.ts';

/**
 * The nodes of a type, of one of several types, or that match, in the order of the text: `node` itself and those below
 * it. Of a parsed tree only nodes of the types in question are made.
 *
 * @param what the name of a class, several of them, or a matcher of `m`
 */
export function findAll<Type extends keyof NodeTypes>(node: Node, what: Type | readonly Type[]): NodeTypes[Type][];
export function findAll<T extends Node>(node: Node, what: Matcher<T, unknown>): T[];
export function findAll(node: Node, what: What): AnyNode[] {
  const found: AnyNode[] = [];
  find(node, what, (candidate) => {
    found.push(candidate);
  });
  return found;
}

/** The first of {@link findAll}, or null; nothing behind it is looked at. */
export function findFirst<Type extends keyof NodeTypes>(
  node: Node,
  what: Type | readonly Type[],
): NodeTypes[Type] | null;
export function findFirst<T extends Node>(node: Node, what: Matcher<T, unknown>): T | null;
export function findFirst(node: Node, what: What): AnyNode | null {
  let first: AnyNode | null = null;
  find(node, what, (candidate) => {
    first = candidate;
    return stop;
  });
  return first;
}

type What = keyof NodeTypes | readonly (keyof NodeTypes)[] | Matcher<unknown, unknown>;

function find(node: Node, what: What, found: (node: AnyNode) => unknown): void {
  if (typeof what === 'string') walkKinds(node, kindsOf([what]), found);
  else if (Array.isArray(what)) walkKinds(node, kindsOf(what), found);
  else {
    const { spec } = what as Matcher<unknown, unknown>;
    walkKinds(node, candidatesOf(spec), (candidate) => (test(candidate, spec) === null ? undefined : found(candidate)));
  }
}
