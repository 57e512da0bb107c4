import type { Workspace } from '@ffsd/workspace';
import { type Node, parseTree } from 'jsonc-parser';

/** What a file of definitions gives a flag, the same for everybody. */
export interface DefinedValue {
  readonly path: string;
  readonly line: number;
  readonly value: boolean | string | number | null;
}

/**
 * The values that the JSON files among the definitions give to keys: `"new-checkout": true`, at any depth. A key with an object, such
 * as rules of a service, or with two values is left out.
 *
 * @param definitions as in ffsd.json: a path, or `path#name`
 */
export function definedValues(
  workspace: Workspace,
  definitions: readonly string[],
): (key: string) => DefinedValue | undefined {
  const values = new Map<string, DefinedValue | undefined>();
  const paths = [...new Set(definitions.map((one) => one.split('#')[0]!))].filter((path) => /\.jsonc?$/.test(path));
  for (const path of paths) {
    const text = workspace.read(path);
    const tree = text === undefined ? undefined : parseTree(text.replace(/^\uFEFF/, ' '));
    if (!tree || text === undefined) continue;
    for (const [key, node] of properties(tree)) {
      const line = text.slice(0, node.offset).split('\n').length;
      values.set(key, values.has(key) ? undefined : { path, line, value: node.value });
    }
  }
  return (key) => values.get(key);
}

function* properties(node: Node): Generator<readonly [string, Node]> {
  for (const child of node.children ?? []) {
    const [key, value] = child.type === 'property' ? (child.children ?? []) : [];
    if (key && value && value.type !== 'object' && value.type !== 'array') yield [key.value, value];
    yield* properties(child);
  }
}
