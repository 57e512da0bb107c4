import { InvalidReplacementError } from './errors/invalid-replacement-error.ts';
import { NodeNotFoundError } from './errors/node-not-found-error.ts';
import type { AnyNode, Module } from './generated/nodes.ts';
import { shapes } from './generated/shapes.ts';
import { Node } from './node.ts';
import { type Replacement, withReplacements } from './replacement.ts';
import { NEXT, type Tree, WORDS } from './tree.ts';

/**
 * The same tree with something else in the place of one node; LibCST's `deep_replace`. See {@link deepReplace}.
 *
 * LibCST's `with_deep_changes` is `replaceNode(root, node, node.with(changes))`.
 */
export function replaceNode(root: Module, node: Node, replacement: Replacement): Module;
export function replaceNode(root: Node, node: Node, replacement: Replacement): AnyNode;
export function replaceNode(root: Node, node: Node, replacement: Replacement): AnyNode {
  return deepReplace(root, new Map([[node, replacement]]));
}

/**
 * The same tree with something else in the places of some nodes: a node, several where there is a list, or `remove`.
 * Only what lies between them and the root is made anew, the rest is shared with the tree that was given.
 *
 * @throws NodeNotFoundError for a node that is not in the tree, or that is below another one that is replaced.
 * @throws InvalidReplacementError where a node cannot be removed or become several.
 * @throws InvalidFieldError where a node cannot stand in the place of another.
 */
export function deepReplace(root: Module, replacements: ReadonlyMap<Node, Replacement>): Module;
export function deepReplace(root: Node, replacements: ReadonlyMap<Node, Replacement>): AnyNode;
export function deepReplace(root: Node, replacements: ReadonlyMap<Node, Replacement>): AnyNode {
  const missing = new Set(replacements.keys());
  const rows = rowsOf(replacements.keys());
  // A stack of our own, because a sum of thirty thousand operands is a tree of that depth.
  const frames: Frame[] = [];
  let result = enter(root);
  for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
    const { node, parts, results } = frame;
    if (result !== undefined) results.push(result);
    const part = parts[results.length];
    if (part !== undefined) {
      result = enter(part);
      continue;
    }
    frames.pop();
    // By their order, not by identity: the same node may stand in two places of a tree that was built.
    const inOrder = results.values();
    const isChanged = results.some((other, index) => other !== parts[index]);
    result = isChanged ? withReplacements(node, () => inOrder.next().value!, true) : node;
  }
  for (const node of missing) throw new NodeNotFoundError(node.type, root.type);
  if (result instanceof Node) return result as AnyNode;
  const wish = Array.isArray(result) ? 'cannot become several nodes' : 'cannot be removed';
  throw new InvalidReplacementError(root.type, null, wish);

  /** What stands in the place of a node; undefined if that is known only when its parts are. */
  function enter(node: Node): Replacement | undefined {
    const replacement = replacements.get(node);
    if (replacement !== undefined) {
      missing.delete(node);
      return replacement;
    }
    if (node.hole !== null || (node.tree !== null && !holdsAny(node.tree, node.row, rows.get(node.tree)))) return node;
    frames.push({ node, parts: partsOf(node), results: [] });
    return undefined;
  }
}

interface Frame {
  readonly node: Node;
  readonly parts: readonly Node[];
  /** What became of the parts so far. */
  readonly results: Replacement[];
}

/** All nodes in the fields of a node, in the order of the text, white space of no length among them. */
function partsOf(node: Node): Node[] {
  return shapes[node.kind]!.order.flatMap((index) => node.field(index)).filter((value) => value instanceof Node);
}

/** Where the nodes are in their tables. */
function rowsOf(nodes: Iterable<Node>): ReadonlyMap<Tree, readonly number[]> {
  const rows = new Map<Tree, number[]>();
  for (const { tree, row } of nodes) {
    if (tree === null) continue;
    const list = rows.get(tree);
    if (list === undefined) rows.set(tree, [row]);
    else list.push(row);
  }
  for (const list of rows.values()) list.sort((a, b) => a - b);
  return rows;
}

/** Whether one of the rows is that of the node or below it. */
function holdsAny(tree: Tree, row: number, rows: readonly number[] | undefined): boolean {
  if (rows === undefined) return false;
  let low = 0;
  for (let high = rows.length; low < high; ) {
    const middle = (low + high) >> 1;
    if (rows[middle]! < row) low = middle + 1;
    else high = middle;
  }
  return low < rows.length && rows[low]! < tree.words[row * WORDS + NEXT]!;
}
