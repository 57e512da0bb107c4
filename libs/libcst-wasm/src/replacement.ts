import { change } from './build.ts';
import { InvalidReplacementError } from './errors/invalid-replacement-error.ts';
import { shapes } from './generated/shapes.ts';
import { Node } from './node.ts';

/** Returned by a transformer: the node is taken out of the list or the optional field in which it stands. */
export const remove: unique symbol = Symbol('remove');

/** What stands in the place of a node. */
export type Replacement = Node | readonly Node[] | typeof remove;

/**
 * The node with something else in the places of its children.
 *
 * @param replacementOf is called for each of them, in the order of `children()`
 * @param withEmpty also for white space of no length, which is not among the children
 * @throws InvalidReplacementError where a child cannot be removed or become several.
 */
export function withReplacements(node: Node, replacementOf: (child: Node) => Replacement, withEmpty = false): Node {
  const { fields, order } = shapes[node.kind]!;
  const changes: Record<string, unknown> = {};
  for (const index of order) {
    const { name, many } = fields[index]!;
    const value = node.field(index);
    if (Array.isArray(value)) {
      const items = (value as readonly Node[]).flatMap((item) => listed(item, replacementOf(item)));
      if (items.length !== value.length || items.some((item, place) => item !== value[place])) changes[name] = items;
    } else if (value instanceof Node && (withEmpty || !isOfNoLength(value))) {
      const replacement = replacementOf(value);
      if (replacement !== value) changes[name] = single(replacement, value, { type: node.type, field: name }, many);
    }
  }
  return change(node, changes);
}

function listed(item: Node, replacement: Replacement): readonly Node[] {
  if (replacement === remove) return [];
  const nodes = replacement instanceof Node ? [replacement] : replacement;
  return nodes.filter((node) => statementsOf(node) !== 0 || statementsOf(item) === 0);
}

/** How many small statements are on a line; a line without any prints as an empty line, which nobody asked for. */
const statementsOf = (node: Node): number | undefined =>
  node.type === 'SimpleStatementLine' ? (node.field(0) as readonly Node[]).length : undefined;

function single(
  replacement: Replacement,
  child: Node,
  where: { readonly type: string; readonly field: string },
  many: string,
): Node | null {
  if (replacement instanceof Node) return replacement;
  if (replacement !== remove) throw new InvalidReplacementError(child.type, where, 'cannot become several nodes');
  if (many !== 'optional') throw new InvalidReplacementError(child.type, where, 'cannot be removed');
  return null;
}

/** White space of no length is not among the children. */
const isOfNoLength = (node: Node): boolean => node.type === 'SimpleWhitespace' && node.field(0) === '';
