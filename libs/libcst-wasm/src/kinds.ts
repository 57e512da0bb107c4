import type { NodeTypes } from './generated/nodes.ts';
import { shapes } from './generated/shapes.ts';

/** Which kinds of node are meant: 1 at the index of each. */
export type Kinds = Uint8Array;

/** The number of LibCST's class name. */
export function kindOf(type: string): number {
  const kind = numbers.get(type);
  if (kind === undefined) throw new TypeError(`LibCST has no node named ${type}.`);
  return kind;
}

/** @throws TypeError for a name that LibCST does not have. */
export function kindsOf(types: readonly (keyof NodeTypes)[]): Kinds {
  const kinds = noKinds();
  for (const type of types) kinds[kindOf(type)] = 1;
  return kinds;
}

export const noKinds = (): Kinds => new Uint8Array(256);

const numbers = new Map(shapes.map(({ name }, kind) => [name, kind] as const).slice(1));
