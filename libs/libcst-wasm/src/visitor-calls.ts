import { UnknownVisitorError } from './errors/unknown-visitor-error.ts';
import { shapes } from './generated/shapes.ts';
import type { Node } from './node.ts';

/** A function of a visitor or a transformer. */
export type Call = (...nodes: Node[]) => unknown;

/** The functions of a visitor or a transformer, by kind. */
export interface Calls {
  readonly enter: readonly (Call | undefined)[];
  readonly leave: readonly (Call | undefined)[];
}

/**
 * Finds the functions of a visitor by their names: `Name` and `leaveName`.
 *
 * @throws UnknownVisitorError for a function that is named after no node: it would never be called.
 */
export function callsOf(visitor: object): Calls {
  const functions = visitor as Readonly<Record<string, Call | undefined>>;
  for (const name of Object.keys(visitor)) {
    if (typeof functions[name] === 'function' && !names.has(name)) throw new UnknownVisitorError(name);
  }
  // Looked up by the names of the nodes, so that methods of a class are found too; bound, so that they keep their `this`.
  const byKind = (before: string) =>
    shapes.map(({ name }, kind) => (kind === 0 ? undefined : functions[before + name]?.bind(visitor)));
  return { enter: byKind(''), leave: byKind('leave') };
}

const names = new Set(shapes.slice(1).flatMap(({ name }) => [name, `leave${name}`]));
