import { lineTable } from '@ffsd/edits';
import type { Constant } from '@ffsd/fold';
import type { SourceFile } from '@ffsd/python';
import { parse } from '@ffsd/python';
import type { Session as Texts } from '../session.ts';
import type { Trees } from '../trees.ts';
import { treesOf } from '../trees.ts';

/** A plan in the making, with the trees of its Python. */
export interface Session extends Texts, Trees<SourceFile> {
  /** Places in tests that alone speak against a value which would be followed, by what they are about. */
  readonly contradictions: Map<string, readonly Contradiction[]>;
  /** Names through which reads reached the key: constants, members of enums and classes, keys of dictionaries. */
  readonly keyNames: Set<string>;
}

/** A test that gives something another value than all other code does since the changes so far. */
export interface Contradiction {
  /** What it is about: `show(compact)`, `Page.compact`. */
  readonly what: string;
  /** The value that all other code gives it. */
  readonly wanted: Constant;
  readonly path: string;
  /** In the present text: the call, the assignment, the string. */
  readonly start: number;
  readonly end: number;
  /** Keys of the drafts because of which the test has lost its subject. */
  readonly grounds: readonly string[];
}

export function withTrees(session: Texts): Session {
  // A statement begins its line, right behind what was removed above it: its offset is that of what follows.
  const originOf = (path: string, offset: number) => session.originOf(path, offset, 'after');
  const lineOf = (path: string, offset: number) =>
    lineTable(session.base.read(path) ?? '').lineOf(originOf(path, offset));
  return {
    ...session,
    originOf,
    lineOf,
    ...treesOf<SourceFile>(session, parse),
    keyNames: new Set(),
    contradictions: new Map(),
  };
}
