import type { Node } from '../node.ts';
import { walkKinds } from '../walk.ts';
import { candidatesOf } from './candidates.ts';
import type { Matcher } from './matcher.ts';
import { test } from './test.ts';

/** Whether the node is as the matcher describes it. */
export const matches = (node: Node | null, matcher: Matcher<unknown, unknown>): boolean =>
  test(node, matcher.spec) !== null;

/** What the matcher saves of the node, by name; null if it does not match. */
export const extract = <C>(node: Node | null, matcher: Matcher<unknown, C>): C | null =>
  test(node, matcher.spec) as C | null;

/** What the matcher saves of `node` and of each node below it that it matches, in the order of the text. */
export function extractAll<C>(node: Node, matcher: Matcher<unknown, C>): C[] {
  const found: C[] = [];
  walkKinds(node, candidatesOf(matcher.spec), (candidate) => {
    const captures = test(candidate, matcher.spec);
    if (captures !== null) found.push(captures as C);
  });
  return found;
}
