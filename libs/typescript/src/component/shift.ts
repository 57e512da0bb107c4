import type { Node } from '@babel/types';
import { walk } from '../walk.ts';

/** Moves a tree that was parsed apart to where its text stands in the file. */
export function shift(root: Node, by: number): void {
  walk(root, (node) => {
    node.start! += by;
    node.end! += by;
    // Lines are those of the text that was parsed, and would mislead.
    delete node.loc;
    const extra = node.extra as { parenStart?: number } | undefined;
    if (typeof extra?.parenStart === 'number') extra.parenStart += by;
  });
}

/** Gives every node of the tree the same place. */
export function pin(root: Node, start: number, end: number): void {
  walk(root, (node) => {
    node.start = start;
    node.end = end;
    delete node.extra;
    delete node.loc;
  });
}
