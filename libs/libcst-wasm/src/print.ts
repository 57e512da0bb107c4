import type { AnyNode, IndentedBlock, Match, Module } from './generated/nodes.ts';
import { passed } from './generated/printers.ts';
import { shapes } from './generated/shapes.ts';
import type { Node } from './node.ts';
import { type Listener, Printer } from './printer.ts';

/**
 * A node's text, printed from its fields. A node that is in a source, or was made by `with` of one that is, is printed
 * with the indentation of its place, so that for every parsed node this is the same text as its `code`.
 *
 * @param listener Is told where each node is in the text.
 */
export function printNode(node: Node, listener?: Listener): string {
  const at = place(node);
  const { defaultIndent, defaultNewline } =
    node.type === 'Module' ? (node as Module) : (at?.tree ?? { defaultIndent: '    ', defaultNewline: '\n' });
  const indents = at === null ? [] : indentsAround(at);
  return new Printer(indents, defaultIndent, defaultNewline, listener).print(node, givenTo(node));
}

/** A node's text as it is at the left margin of a module. */
export function codeFor(module: Module, node: Node): string {
  return new Printer([], module.defaultIndent, module.defaultNewline).print(node, shapes[node.kind]!.given);
}

/** The offset of a field in the text of its parsed node, in UTF-16 code units. */
export function offsetOfField(node: Node, index: number): number {
  const target = node.field(index);
  let found = 0;
  const opened = (other: AnyNode, offset: number): number | undefined => {
    if (other === target) found = offset;
    // The text of the fields before it need not be printed to know how long it is.
    return other === node ? undefined : other === target || other.hole !== null ? 0 : other.fullEnd - other.fullStart;
  };
  printNode(node, { opened });
  return found;
}

const place = (node: Node): Node | null => (node.tree === null ? node.origin : node);

/** The indentation of the blocks around a parsed node, from the outside in. */
function indentsAround(node: Node): string[] {
  const indents: string[] = [];
  let child: Node = node;
  for (let parent = node.parent; parent !== null; parent = parent.parent) {
    if (isBlock(parent) && isIndentedIn(parent, child)) indents.unshift(parent.indent ?? node.tree!.defaultIndent);
    child = parent;
  }
  return indents;
}

const isBlock = (node: Node): node is IndentedBlock | Match => node.type === 'IndentedBlock' || node.type === 'Match';

/** The header of a block and the head of a `match` stand before the indentation begins. */
function isIndentedIn(block: IndentedBlock | Match, child: Node): boolean {
  if (child.hole !== null) return false;
  return indented.has(shapes[block.kind]!.fields[block.tree!.field(child.row)]!.name);
}

const indented = new Set(['body', 'cases', 'footer']);

/** The word that the parent of a node gives to it, where it has one. */
function givenTo(node: Node): string {
  const at = place(node);
  const parent = at?.parent;
  if (!at || !parent || at.hole !== null) return shapes[node.kind]!.given;
  return passed[parent.kind]?.[at.tree!.field(at.row)] ?? shapes[node.kind]!.given;
}
