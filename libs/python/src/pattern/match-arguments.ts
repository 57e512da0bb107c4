import type { AnyNode, Arg } from 'libcst-wasm';
import { matchNode } from './match-node.ts';
import { isMetavariableOfList } from './metavariables.ts';

/** True for `$$$`, also as `*$$$` and `**$$$`. */
export function isRest(node: AnyNode): boolean {
  switch (node.type) {
    case 'Arg':
    case 'Element':
    case 'StarredElement':
    case 'StarredDictElement':
      return isMetavariableOfList(node.value);
    default:
      return isMetavariableOfList(node);
  }
}

/** By place those without a keyword, by name those with one. */
export function matchArguments(
  patterns: readonly Arg[],
  args: readonly Arg[],
  captures: Map<string, AnyNode>,
): boolean {
  const isOpen = patterns.some(isRest);
  const placed = patterns.filter((pattern) => isPlaced(pattern) || isRest(pattern));
  if (!matchList(placed, args.filter(isPlaced), captures)) return false;
  const named = patterns.filter((pattern) => !isPlaced(pattern) && !isRest(pattern));
  const others = args.filter((arg) => !isPlaced(arg));
  if (!isOpen && named.length !== others.length) return false;
  return named.every((pattern) => {
    const key = pattern.keyword?.value;
    const found = others.find((arg) => arg.star === pattern.star && arg.keyword?.value === key);
    return found !== undefined && matchNode(pattern.value, found.value, captures);
  });
}

/** Pairs of one list, those before `$$$` from the start and those behind it from the end. */
export function matchList(
  patterns: readonly AnyNode[],
  nodes: readonly AnyNode[],
  captures: Map<string, AnyNode>,
): boolean {
  const rest = patterns.findIndex(isRest);
  if (rest < 0 ? patterns.length !== nodes.length : nodes.length < patterns.length - 1) return false;
  const before = rest < 0 ? patterns.length : rest;
  const behind = rest < 0 ? 0 : patterns.length - rest - 1;
  const isPair = (pattern: AnyNode, node: AnyNode) => matchNode(pattern, node, captures);
  return (
    patterns.slice(0, before).every((pattern, index) => isPair(pattern, nodes[index]!)) &&
    patterns.slice(patterns.length - behind).every((pattern, index) => isPair(pattern, nodes.at(index - behind)!))
  );
}

function isPlaced({ keyword, star }: Arg): boolean {
  return keyword === null && star !== '**';
}
