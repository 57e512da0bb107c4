import type { IndentedBlock, Match } from './generated/nodes.ts';
import { passed } from './generated/printers.ts';
import { shapes } from './generated/shapes.ts';
import type { Node } from './node.ts';

/** The parsed node at whose place a node is to be printed: itself, or the one that it was made of; null if there is none. */
export const placeOf = (node: Node): Node | null => (node.tree === null ? node.origin : node);

/** The indentation of the blocks around a parsed node, from the outside in. */
export function indentsAround(node: Node): readonly string[] {
  const indents: string[] = [];
  let child: Node = node;
  for (let parent = node.parent; parent !== null; parent = parent.parent) {
    if (isBlock(parent) && isIndentedIn(parent, child)) indents.unshift(parent.indent ?? node.tree!.defaultIndent);
    child = parent;
  }
  return indents;
}

/** The word that the parent of a parsed node gives to it, where it gives one. */
export function givenTo(node: Node): string {
  const { parent } = node;
  if (parent === null || node.hole !== null) return shapes[node.kind]!.given;
  return passed[parent.kind]?.[node.tree!.field(node.row)] ?? shapes[node.kind]!.given;
}

const isBlock = (node: Node): node is IndentedBlock | Match => node.type === 'IndentedBlock' || node.type === 'Match';

/** The header of a block and the head of a `match` stand before the indentation begins. */
function isIndentedIn(block: IndentedBlock | Match, child: Node): boolean {
  if (child.hole !== null) return false;
  return indented.has(shapes[block.kind]!.fields[block.tree!.field(child.row)]!.name);
}

const indented = new Set(['body', 'cases', 'footer']);
