import { kindOf } from '../../kinds.ts';
import type { Tree } from '../../tree.ts';
import { childIn, fieldOf, nameOf } from './rows.ts';

export interface DottedName {
  /** The row of the first name. */
  readonly first: number;
  /** What follows, such as `['path', 'join']` of `os.path.join`. */
  readonly rest: readonly string[];
}

/**
 * A name with attributes of it; null for every other expression. `make().run` is none: what `make()` returns is not
 * what `make` is.
 */
export function dottedName(tree: Tree, row: number): DottedName | null {
  const rest: string[] = [];
  let at = row;
  for (; tree.kind(at) === ATTRIBUTE; at = childIn(tree, at, VALUE)) rest.push(nameOf(tree, childIn(tree, at, ATTR)));
  return tree.kind(at) === NAME ? { first: at, rest: rest.reverse() } : null;
}

const NAME = kindOf('Name');
const ATTRIBUTE = kindOf('Attribute');
const VALUE = fieldOf('Attribute', 'value');
const ATTR = fieldOf('Attribute', 'attr');
