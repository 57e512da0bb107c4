import { type AnyNode, walk } from 'libcst-wasm';

/** What is no part of the meaning: white space, comments, parentheses that an expression does not need, separators. */
const layout: ReadonlySet<string> = new Set([
  'Comma',
  'Comment',
  'EmptyLine',
  'LeftParen',
  'Newline',
  'ParenthesizedWhitespace',
  'RightParen',
  'Semicolon',
  'SimpleWhitespace',
  'TrailingWhitespace',
]);

/**
 * The structure of a tree without its layout, to compare what an edit made with what it should have made; for tests.
 *
 * @param changed called with each node: a text stands for the node, null leaves it out, undefined takes it as it is
 */
export function shapeOf(
  node: AnyNode,
  changed: (node: AnyNode) => string | null | undefined = () => undefined,
): string {
  const own = changed(node);
  if (own === null) return '';
  if (own !== undefined) return own;
  const parts: string[] = [];
  for (const child of node.children()) {
    if (layout.has(child.type)) continue;
    const shape = shapeOf(child, changed);
    if (shape !== '') parts.push(shape);
  }
  if (parts.length > 0) return `${node.type}(${parts.join(' ')})`;
  return isLeaf(node) ? `${node.type} ${textOf(node)}` : node.type;
}

const isLeaf = (node: AnyNode): boolean => 'value' in node && typeof node.value === 'string';

const textOf = (node: AnyNode): string => (node as unknown as { readonly value: string }).value;

/** All nodes of a tree that pass a test, in the order of the text; for tests. */
export function nodesOf<T extends AnyNode>(tree: AnyNode, is: (node: AnyNode) => node is T): T[] {
  const found: T[] = [];
  walk(tree, (node) => {
    if (is(node)) found.push(node);
  });
  return found;
}
