import { decode } from './decode.ts';
import { DetachedNodeError } from './errors/detached-node-error.ts';
import type { AnyNode } from './generated/nodes.ts';
import { shapes } from './generated/shapes.ts';
import { offsetOfField, textOf } from './print.ts';
import { END, FULL_END, FULL_START, NEXT, NONE, START, type Tree, WORDS } from './tree.ts';

export type NodeConstructor<T extends Node = Node> = new (
  tree: Tree | null,
  row: number,
  values: unknown[] | null,
  from: Node | null,
) => T;

/** By kind. Filled by the generated classes, so that a tree can make any of them without importing all. */
const constructors: NodeConstructor[] = [];
const kinds = new Map<string, number>();

/** Makes the generated classes known, in the order of their kinds from 1. */
export function register(classes: readonly NodeConstructor[]): void {
  classes.forEach((of, index) => {
    const kind = index + 1;
    // Not the name of the class, which a bundler may shorten.
    const type = shapes[kind]!.name;
    constructors[kind] = of;
    kinds.set(type, kind);
    Object.assign(of.prototype, { type, kind });
  });
}

const SIMPLE_WHITESPACE = shapes.findIndex((shape) => shape.name === 'SimpleWhitespace');

/** The class of LibCST's name. */
export const constructorOf = (name: string): NodeConstructor => constructors[kinds.get(name)!]!;

/**
 * A node. It is immutable, and either parsed or built.
 *
 * A parsed node is a row of a table: its fields are decoded when one of them is first read, and decoding one node makes
 * its children, not theirs. A built node has its fields and no position. Both print.
 *
 * The fields are only declared: initialized fields of a class with 170 subclasses cost six times the rest of `new`.
 */
export abstract class Node {
  declare readonly type: string;
  /** @internal */
  declare readonly kind: number;
  /** @internal The table, for a parsed node. */
  declare readonly tree: Tree | null;
  /** @internal The row; for white space of no length, which has no row, that of its parent. */
  declare readonly row: number;
  /** @internal */
  declare values: unknown[] | null;
  /** For white space of no length its parent, for a built node its origin. */
  declare private readonly from: Node | null;

  /** @internal Nodes come from `parseModule`, from `create` and from `with`. */
  constructor(tree: Tree | null, row: number, values: unknown[] | null, from: Node | null) {
    this.tree = tree;
    this.row = row;
    this.values = values;
    this.from = from;
  }

  /** @internal The parent of white space of no length, which has no row of its own; null for all other nodes. */
  get hole(): Node | null {
    return this.tree === null ? null : this.from;
  }

  /** @internal The parsed node that this one was made of by `with`. */
  get origin(): Node | null {
    return this.tree === null ? this.from : null;
  }

  /**
   * Where the node begins, in UTF-16 code units of the source: without the white space, the comment lines and the
   * parentheses that it owns, as LibCST's PositionProvider has it.
   *
   * @throws DetachedNodeError for a built node.
   */
  get start(): number {
    return this.place(START);
  }

  /** Where the node ends, without what it owns. See `start`. */
  get end(): number {
    return this.place(END);
  }

  /** Where the node begins with all that it owns: the source from here to `fullEnd` is its `code`. */
  get fullStart(): number {
    return this.place(FULL_START);
  }

  /** Where the node ends with all that it owns. */
  get fullEnd(): number {
    return this.place(FULL_END);
  }

  /** The parsed node that holds this one; null for a root and for a built node. */
  get parent(): AnyNode | null {
    if (this.tree === null) return null;
    if (this.from !== null) return this.from as AnyNode;
    const parent = this.tree.parent(this.row);
    return parent === NONE ? null : nodeAt(this.tree, parent);
  }

  /**
   * The text of the node with all that it owns. That of a parsed node is a piece of the source; that of a built node is
   * printed, and if it was made by `with` of a parsed node, with the indentation of its place.
   */
  get code(): string {
    return this.tree === null ? textOf(this) : this.tree.source.slice(this.fullStart, this.fullEnd);
  }

  /** Its child nodes in the order of the text, without white space of no length. */
  children(): readonly AnyNode[] {
    if (this.tree === null) return builtChildren(this);
    if (this.hole !== null) return [];
    const { words } = this.tree;
    const end = words[this.row * WORDS + NEXT]!;
    const found: AnyNode[] = [];
    for (let row = this.row + 1; row < end; row = words[row * WORDS + NEXT]!) {
      if (this.tree.kind(row) !== 0) found.push(nodeAt(this.tree, row));
    }
    return found;
  }

  /** The type and the fields as plain data, without positions. */
  toJSON(): Readonly<Record<string, unknown>> {
    const fields = shapes[this.kind]!.fields.map(({ name }, index) => [name, this.field(index)]);
    return { type: this.type, ...Object.fromEntries(fields) };
  }

  /** What `console.log` of Node shows, where the table of the tree would fill the screen. */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    const { code } = this;
    return `${this.type} ${JSON.stringify(code.length > 100 ? `${code.slice(0, 100)}…` : code)}`;
  }

  /** @internal The value of a field by its index. */
  field(index: number): unknown {
    this.values ??= decode(this);
    const { values } = this;
    // White space of no length has no row: it is made here.
    if (values[index] === undefined) {
      values[index] = new constructors[SIMPLE_WHITESPACE]!(this.tree, this.row, [''], this);
    }
    return values[index];
  }

  /** @internal One of the four offsets of its row. */
  protected place(word: number): number {
    if (this.tree === null) throw new DetachedNodeError(this.type);
    const parent = this.hole;
    if (parent === null) return this.tree.words[this.row * WORDS + word]!;
    return parent.fullStart + offsetOfField(parent, parent.values!.indexOf(this));
  }
}

/** The node of a row; the same object each time. */
export function nodeAt(tree: Tree, row: number): AnyNode {
  const known = tree.nodes[row];
  if (known !== undefined) return known as AnyNode;
  const made = new constructors[tree.kind(row)]!(tree, row, null, null);
  tree.nodes[row] = made;
  return made as AnyNode;
}

/** The children of a built node, which has no rows to look at. */
function builtChildren(node: Node): AnyNode[] {
  const found: AnyNode[] = [];
  for (const index of shapes[node.kind]!.order) {
    const value = node.values![index];
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item instanceof Node && !(item.kind === SIMPLE_WHITESPACE && item.code === '')) found.push(item as AnyNode);
    }
  }
  return found;
}
