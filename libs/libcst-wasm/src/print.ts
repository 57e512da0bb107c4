import type { IndentedBlock, Match, Module } from './generated/nodes.ts';
import { passed } from './generated/printers.ts';
import { shapes } from './generated/shapes.ts';
import type { Node } from './node.ts';
import { Printer } from './printer.ts';

/**
 * A node's text, printed from its fields. A node that is in a source, or was made by `with` of one that is, is printed
 * with the indentation of its place, so that for every parsed node this is the same text as its `code`.
 *
 * @param within Whose default indentation and newline to use for a node that was never in a source.
 */
export function printNode(node: Node, within?: Module): string {
  const printer = printerFor(node, within);
  printer.node(node, givenTo(node));
  return printer.text();
}

/** The offset of a field in the text of its node, in UTF-16 code units. */
export function offsetOfField(node: Node, index: number): number {
  const target = node.field(index);
  let found = 0;
  const printer = printerFor(node, undefined, (seen, offset) => {
    if (seen === target) found = offset;
  });
  printer.node(node, givenTo(node));
  return found;
}

function printerFor(node: Node, within?: Module, seen?: (node: Node, offset: number) => void): Printer {
  const at = place(node);
  if (node.type === 'Module') {
    const module = node as Module;
    return new Printer([], module.defaultIndent, module.defaultNewline, seen);
  }
  const indentation = within?.defaultIndent ?? at?.tree?.defaultIndent ?? '    ';
  const newlines = within?.defaultNewline ?? at?.tree?.defaultNewline ?? '\n';
  return new Printer(at === null ? [] : indentsAround(at), indentation, newlines, seen);
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
