import type { Node } from '@babel/types';
import type { SourceFile } from './parse.ts';
import { type ChildVisitor, forEachChild } from './walk.ts';

/** Where each node hangs in the tree. */
export interface ParentTable {
  /** Undefined for the file itself and for nodes of another tree. */
  parent(node: Node): Node | undefined;
  /** The property of the parent that holds the node. */
  key(node: Node): string | undefined;
  /** The place in the list of the parent, or -1 when the property holds a single node. */
  index(node: Node): number;
  /** The parents, the nearest first. */
  ancestors(node: Node): Generator<Node, undefined>;
}

/** Built at the first call for a file, in one pass, and kept as long as the file is. */
export function parentsOf(file: SourceFile): ParentTable {
  let table = tables.get(file);
  if (!table) {
    table = build(file);
    tables.set(file, table);
  }
  return table;
}

interface Slot {
  readonly parent: Node;
  readonly key: string;
  readonly index: number;
}

const tables = new WeakMap<SourceFile, ParentTable>();

function build(file: SourceFile): ParentTable {
  const slots = new Map<Node, Slot>();
  let above: Node = file.tree;
  const fill: ChildVisitor = (child, key, index) => {
    const parent = above;
    slots.set(child, { parent, key, index });
    above = child;
    forEachChild(child, fill);
    above = parent;
  };
  forEachChild(file.tree, fill);
  const parent = (node: Node) => slots.get(node)?.parent;
  return {
    parent,
    key: (node) => slots.get(node)?.key,
    index: (node) => slots.get(node)?.index ?? -1,
    *ancestors(node) {
      for (let at = parent(node); at; at = parent(at)) yield at;
      return undefined;
    },
  };
}
