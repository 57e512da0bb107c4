import { shapes } from './generated/shapes.ts';
import { Node } from './node.ts';

/** Whether two trees are of the same nodes with the same values, white space and comments included. */
export function deepEquals(one: Node, other: Node): boolean {
  // A stack of our own, because a sum of thirty thousand operands is a tree of that depth.
  const open: [unknown, unknown][] = [[one, other]];
  for (let pair = open.pop(); pair !== undefined; pair = open.pop()) {
    const [a, b] = pair;
    if (a === b) continue;
    if (a instanceof Node && b instanceof Node) {
      if (a.kind !== b.kind) return false;
      for (const index of shapes[a.kind]!.fields.keys()) open.push([a.field(index), b.field(index)]);
    } else if (Array.isArray(a) && Array.isArray(b)) {
      if (a.length !== b.length) return false;
      for (const [index, item] of a.entries()) open.push([item, b[index]]);
    } else return false;
  }
  return true;
}
