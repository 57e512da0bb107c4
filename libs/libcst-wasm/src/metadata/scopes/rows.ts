import type { NodeTypes } from '../../generated/nodes.ts';
import { shapes } from '../../generated/shapes.ts';
import { END, NEXT, NONE, PARENT, START, type Tree, WORDS } from '../../tree.ts';

// The analysis goes over the rows of the table and makes no nodes: most names of a module are never asked about.

export const nextOf = (tree: Tree, row: number): number => tree.words[row * WORDS + NEXT]!;

export const startOf = (tree: Tree, row: number): number => tree.words[row * WORDS + START]!;

export const endOf = (tree: Tree, row: number): number => tree.words[row * WORDS + END]!;

/** The row of the parent, -1 for the root. */
export function parentOf(tree: Tree, row: number): number {
  const parent = tree.words[row * WORDS + PARENT]!;
  return parent === NONE ? -1 : parent;
}

/** The row of the first child in the field, or -1. */
export function childIn(tree: Tree, row: number, field: number): number {
  const end = nextOf(tree, row);
  for (let child = row + 1; child < end; child = nextOf(tree, child)) {
    if (tree.field(child) === field) return child;
  }
  return -1;
}

/** The first row from `row` to `end` of the kind, or -1. */
export function firstOf(tree: Tree, kind: number, row: number, end: number): number {
  for (let at = row; at < end; at++) if (tree.kind(at) === kind) return at;
  return -1;
}

/** The text at the node's position. */
export const textOf = (tree: Tree, row: number): string => tree.source.slice(startOf(tree, row), endOf(tree, row));

/** An identifier as Python compares it: `ﬁle` and `file` are the same variable. */
export function nameOf(tree: Tree, row: number): string {
  const text = textOf(tree, row);
  return /^[\w]*$/.test(text) ? text : text.normalize('NFKC');
}

/** The index of a field of LibCST's class. */
export function fieldOf<T extends keyof NodeTypes>(type: T, name: keyof NodeTypes[T] & string): number {
  const index = shapes.find((shape) => shape.name === type)!.fields.findIndex((field) => field.name === name);
  if (index < 0) throw new TypeError(`${type} has no field ${name}.`);
  return index;
}
