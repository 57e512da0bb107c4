import type { Dialect } from './dialect.ts';
import { dialectOf } from './dialect.ts';
import type { Place } from './places.ts';
import { placesIn } from './places.ts';
import { scan } from './scan.ts';
import type { Node } from './tree.ts';
import { isTreeError, treeOf } from './tree.ts';

/** A template of Django or Jinja. All offsets are UTF-16. */
export interface DjangoFile {
  readonly path: string;
  readonly text: string;
  readonly dialect: Dialect;
  readonly nodes: readonly Node[];
  /** Every expression, with what its value is for. */
  readonly places: readonly Place[];
}

export interface Unparsable {
  readonly path: string;
  /** Counted from 1. */
  readonly line: number;
  readonly message: string;
}

export function parseDjango(path: string, text: string): DjangoFile | Unparsable {
  const dialect = dialectOf(path, text);
  const nodes = treeOf(text, scan(text, dialect));
  if (isTreeError(nodes)) return { path, ...nodes };
  return { path, text, dialect, nodes, places: placesIn(text, dialect, nodes) };
}

export function isParsedDjango(result: DjangoFile | Unparsable): result is DjangoFile {
  return 'nodes' in result;
}
