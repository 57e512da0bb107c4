import type { AnyNode } from './generated/nodes.ts';
import type { Kinds } from './kinds.ts';
import { type Node, nodeAt } from './node.ts';
import { NEXT, type Tree, WORDS } from './tree.ts';

/** Returned by a visitor: leave out what is below this node. */
export const skip: unique symbol = Symbol('skip');
/** Returned by a visitor: the walk is over. */
export const stop: unique symbol = Symbol('stop');

/**
 * Visits `node` and everything below it, parents first, in the order of the text. White space of no length is left out,
 * as it is by `children()`. Without `enter` the nodes can be iterated.
 *
 * @param enter returns {@link skip} to leave out what is below the node, {@link stop} to end the walk
 */
export function walk(node: Node): IterableIterator<AnyNode>;
export function walk(node: Node, enter: (node: AnyNode) => unknown): void;
export function walk(node: Node, enter?: (node: AnyNode) => unknown): IterableIterator<AnyNode> | undefined {
  if (enter === undefined) return nodesOf(node);
  walkKinds(node, null, enter);
  return undefined;
}

/**
 * Like {@link walk}, for nodes of some kinds only: of a parsed tree the others are not even made.
 *
 * @internal
 * @param kinds null for all
 */
export function walkKinds(node: Node, kinds: Kinds | null, enter: (node: AnyNode) => unknown): void {
  // A stack of our own: `a + b + …` of a generated file is a tree as deep as it is long.
  const open: Node[] = [node];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at.tree !== null && at.hole === null) {
      if (walkRows(at.tree, at.row, kinds, enter) === stop) return;
      continue;
    }
    const answer = kinds === null || kinds[at.kind] === 1 ? enter(at as AnyNode) : undefined;
    if (answer === stop) return;
    if (answer !== skip) openChildren(at, open);
  }
}

/** The rows of a table lie in the order of the text, each before those below it. */
function walkRows(tree: Tree, first: number, kinds: Kinds | null, enter: (node: AnyNode) => unknown): unknown {
  const { words } = tree;
  const end = words[first * WORDS + NEXT]!;
  for (let row = first; row < end; row++) {
    const kind = words[row * WORDS]! & 0xff;
    if (kind === 0 || (kinds !== null && kinds[kind] !== 1)) continue;
    const answer = enter(nodeAt(tree, row));
    if (answer === skip) row = words[row * WORDS + NEXT]! - 1;
    else if (answer === stop) return stop;
  }
  return undefined;
}

/** One generator for the whole walk: one for each node costs more than the rest of the walk. */
function* nodesOf(node: Node): Generator<AnyNode, undefined> {
  const open: Node[] = [node];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at.tree === null || at.hole !== null) {
      yield at as AnyNode;
      openChildren(at, open);
      continue;
    }
    const { tree } = at;
    const end = tree.words[at.row * WORDS + NEXT]!;
    for (let row = at.row; row < end; row++) if (tree.kind(row) !== 0) yield nodeAt(tree, row);
  }
}

function openChildren(node: Node, open: Node[]): void {
  const children = node.children();
  for (let index = children.length - 1; index >= 0; index--) open.push(children[index]!);
}
