import { InvalidReplacementError } from './errors/invalid-replacement-error.ts';
import type { AnyNode, Module, NodeTypes } from './generated/nodes.ts';
import { type Node, nodeAt } from './node.ts';
import { type Replacement, remove, withReplacements } from './replacement.ts';
import { NEXT, PARENT, type Tree, WORDS } from './tree.ts';
import { isSkip } from './visit.ts';
import { type Calls, callsOf } from './visitor-calls.ts';

/**
 * What to do at the nodes of a type. `FunctionDef` is called before what is below it and returns `false` or `skip` to
 * leave that as it is. `leaveFunctionDef` is called after, with the node as it was and as it is now, and returns what
 * stands in its place: a node, several where there is a list, or {@link remove}. Nothing means the node as it is now.
 */
export type Transformer = {
  readonly [Type in keyof NodeTypes]?: (node: NodeTypes[Type]) => unknown;
} & {
  readonly [Type in keyof NodeTypes as `leave${Type}`]?: (
    original: NodeTypes[Type],
    updated: NodeTypes[Type],
  ) => AnyNode | readonly AnyNode[] | typeof remove | undefined;
};

/**
 * The same tree with what the transformer puts in the places of its nodes. Where nothing changed the nodes are shared
 * with the tree that was given, which stays as it is; if nothing changed at all it is the same node.
 *
 * A statement line whose statements were all removed is removed as well.
 *
 * @throws InvalidReplacementError where a node cannot be removed or become several.
 * @throws InvalidFieldError where a node cannot stand in the place of another.
 * @throws UnknownVisitorError for a function that is named after no node.
 */
export function transform(root: Module, transformer: Transformer): Module;
export function transform(root: Node, transformer: Transformer): AnyNode;
export function transform(root: Node, transformer: Transformer): AnyNode {
  return transformWith(root, callsOf(transformer));
}

/**
 * The same by kind.
 *
 * @internal
 * @param rebuilt is called with each node whose children changed and what it has become, before it is left.
 */
export function transformWith(root: Node, calls: Calls, rebuilt?: Rebuilt): AnyNode {
  const result = isParsed(root) ? transformRows(root, calls, rebuilt) : transformBuilt(root, calls, rebuilt);
  if (result === remove) throw new InvalidReplacementError(root.type, null, 'cannot be removed');
  if (isList(result)) throw new InvalidReplacementError(root.type, null, 'cannot become several nodes');
  return result as AnyNode;
}

type Rebuilt = (original: Node, updated: Node) => void;

/** Goes over the rows of a parsed node: what lies between a change and the root is all that is made anew. */
function transformRows(root: Node, calls: Calls, rebuilt?: Rebuilt): Replacement {
  const tree = root.tree!;
  const { words } = tree;
  const changes = new Map<number, Map<Node, Replacement>>();
  const open: number[] = [];
  let result: Replacement = root;
  const leave = (row: number): void => {
    const changed = changes.get(row);
    if (changed === undefined && calls.leave[tree.kind(row)] === undefined) return;
    const original = nodeAt(tree, row) as Node;
    const updated = changed ? withReplacements(original, (child) => changed.get(child) ?? child) : original;
    const answer = answerOf(calls, original, updated, rebuilt);
    if (answer === original) return;
    if (row === root.row) result = answer;
    else noteChange(changes, words[row * WORDS + PARENT]!, original, answer);
  };
  const leaveBefore = (row: number): void => {
    for (let last = open.at(-1); last !== undefined && words[last * WORDS + NEXT]! <= row; last = open.at(-1)) {
      open.pop();
      leave(last);
    }
  };
  const end = words[root.row * WORDS + NEXT]!;
  for (let row = root.row; row < end; row++) {
    leaveBefore(row);
    if (tree.kind(row) === 0) continue;
    open.push(row);
    if (isSkip(calls.enter[tree.kind(row)]?.(nodeAt(tree, row)))) row = words[row * WORDS + NEXT]! - 1;
  }
  leaveBefore(end);
  return result;
}

function noteChange(
  changes: Map<number, Map<Node, Replacement>>,
  parent: number,
  original: Node,
  answer: Replacement,
): void {
  const siblings = changes.get(parent);
  if (siblings === undefined) changes.set(parent, new Map([[original, answer]]));
  else siblings.set(original, answer);
}

interface Frame {
  readonly node: Node;
  readonly children: readonly Node[];
  /** What became of the children so far. */
  readonly results: Replacement[];
}

/** A built node has no rows, but the parsed nodes in it have. */
function transformBuilt(root: Node, calls: Calls, rebuilt?: Rebuilt): Replacement {
  const frames: Frame[] = [frameOf(root, calls)];
  for (;;) {
    const { node, children, results } = frames.at(-1)!;
    const child = children[results.length];
    if (child !== undefined) {
      if (isParsed(child)) results.push(transformRows(child, calls, rebuilt));
      else frames.push(frameOf(child, calls));
      continue;
    }
    frames.pop();
    const isChanged = results.some((result, index) => result !== children[index]);
    // By their order, not by identity: the same node may stand in two places, and become two things.
    const inOrder = results.values();
    const updated = isChanged ? withReplacements(node, () => inOrder.next().value!) : node;
    const answer = answerOf(calls, node, updated, rebuilt);
    const parent = frames.at(-1);
    if (parent === undefined) return answer;
    parent.results.push(answer);
  }
}

function frameOf(node: Node, calls: Calls): Frame {
  const isLeaf = isSkip(calls.enter[node.kind]?.(node));
  return { node, children: isLeaf ? [] : node.children(), results: [] };
}

function answerOf(calls: Calls, original: Node, updated: Node, rebuilt?: Rebuilt): Replacement {
  if (updated !== original) rebuilt?.(original, updated);
  return (calls.leave[original.kind]?.(original, updated) as Replacement | undefined) ?? updated;
}

const isParsed = (node: Node): node is Node & { readonly tree: Tree } => node.tree !== null && node.hole === null;

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);
