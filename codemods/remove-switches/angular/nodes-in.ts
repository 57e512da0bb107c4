import type { AngularElement, AngularFile, AngularNode } from '@ffsd/templates';

/** The nodes and everything in them, in the order of the text. */
export function allNodes(nodes: readonly AngularNode[]): readonly AngularNode[] {
  return nodes.flatMap((node) => [node, ...allNodes(childrenOf(node))]);
}

export function childrenOf(node: AngularNode): readonly AngularNode[] {
  switch (node.kind) {
    case 'element':
    case 'block':
      return node.children;
    case 'if':
      return node.branches.flatMap(({ children }) => children);
    case 'switch':
      return node.branches.flatMap(({ children }) => children);
    case 'text':
      return [];
    default:
      return node satisfies never;
  }
}

export function elementsIn(file: AngularFile): readonly AngularElement[] {
  return allNodes(file.nodes).filter((node) => node.kind === 'element');
}

/** The names that a node gives a meaning beside it: `#form` and `@let total = …`. */
export function namesGiven(file: AngularFile, node: AngularNode): readonly string[] {
  if (node.kind === 'element')
    return node.attributes.filter(({ kind }) => kind === 'reference').map(({ name }) => name);
  return file.places.flatMap((place) => (place.kind === 'let' && place.node === node ? [place.name] : []));
}
