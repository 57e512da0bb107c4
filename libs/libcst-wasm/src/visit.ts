import type { NodeTypes } from './generated/nodes.ts';
import { type Node, nodeAt } from './node.ts';
import { NEXT, type Tree, WORDS } from './tree.ts';
import { type Calls, callsOf } from './visitor-calls.ts';
import { skip } from './walk.ts';

/**
 * What to do at the nodes of a type: `FunctionDef` before what is below it, `leaveFunctionDef` after; LibCST's
 * `visit_FunctionDef` and `leave_FunctionDef`. The first returns `false` or {@link skip} to leave out what is below the
 * node; the node is left all the same.
 */
export type Visitor = {
  readonly [Type in keyof NodeTypes]?: (node: NodeTypes[Type]) => unknown;
} & {
  readonly [Type in keyof NodeTypes as `leave${Type}`]?: (node: NodeTypes[Type]) => void;
};

/**
 * Visits `node` and everything below it in the order of the text and calls the visitor's functions. Of a parsed tree
 * only nodes that the visitor has a function for are made.
 *
 * @throws UnknownVisitorError for a function that is named after no node.
 */
export function visit(node: Node, visitor: Visitor): void {
  const calls = callsOf(visitor);
  const open: (Node | (() => void))[] = [node];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (typeof at === 'function') at();
    else if (at.tree !== null && at.hole === null) visitRows(at.tree, at.row, calls);
    else visitBuilt(at, calls, open);
  }
}

function visitRows(tree: Tree, first: number, { enter, leave }: Calls): void {
  const { words } = tree;
  // The rows that have to be left, innermost last.
  const open: number[] = [];
  const leaveBefore = (row: number): void => {
    for (let last = open.at(-1); last !== undefined && words[last * WORDS + NEXT]! <= row; last = open.at(-1)) {
      open.pop();
      leave[tree.kind(last)]!(nodeAt(tree, last));
    }
  };
  const end = words[first * WORDS + NEXT]!;
  for (let row = first; row < end; row++) {
    const kind = tree.kind(row);
    if (open.length > 0) leaveBefore(row);
    const answer = enter[kind]?.(nodeAt(tree, row));
    if (leave[kind] !== undefined) open.push(row);
    if (isSkip(answer)) row = words[row * WORDS + NEXT]! - 1;
  }
  leaveBefore(end);
}

function visitBuilt(node: Node, { enter, leave }: Calls, open: (Node | (() => void))[]): void {
  const answer = enter[node.kind]?.(node);
  const left = leave[node.kind];
  if (left !== undefined) open.push(() => left(node));
  if (isSkip(answer)) return;
  const children = node.children();
  for (let index = children.length - 1; index >= 0; index--) open.push(children[index]!);
}

/** What a visitor returns so that nothing below the node is visited. */
export const isSkip = (answer: unknown): boolean => answer === false || answer === skip;
