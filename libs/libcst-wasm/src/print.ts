import type { AnyNode, Module } from './generated/nodes.ts';
import { shapes } from './generated/shapes.ts';
import type { Node } from './node.ts';
import { givenTo, indentsAround, placeOf } from './place.ts';
import { type Listener, Printer } from './printer.ts';

/**
 * A node's text, printed from its fields. A node that is in a source, or was made by `with` of one that is, is printed
 * with the indentation of its place, so that for every parsed node this is the same text as its `code`.
 *
 * @param listener Is told where each node is in the text.
 */
export function printNode(node: Node, listener: Listener = {}): string {
  return printerAt(node, listener).print(node, givenAt(node));
}

/** The same for a built node, where the parsed nodes in it that would print as they stand are copied from their source. */
export function textOf(node: Node): string {
  return printerAt(node, 'copy').print(node, givenAt(node));
}

/** A node's text as it is at the left margin of a module. */
export function codeFor(module: Module, node: Node): string {
  return new Printer([], module, 'copy').print(node, shapes[node.kind]!.given);
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

function printerAt(node: Node, listener: Listener | 'copy'): Printer {
  const at = placeOf(node);
  const defaults = node.type === 'Module' ? (node as Module) : (at?.tree ?? DEFAULTS);
  return new Printer(at === null ? [] : indentsAround(at), defaults, listener);
}

const DEFAULTS = { defaultIndent: '    ', defaultNewline: '\n' };

function givenAt(node: Node): string {
  const at = placeOf(node);
  return at === null ? shapes[node.kind]!.given : givenTo(at);
}
