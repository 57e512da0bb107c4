import { lineTable } from '@ffsd/edits';
import type { SourceFile } from '@ffsd/python';
import { parse } from '@ffsd/python';
import type { Session as Texts } from '../session.ts';
import type { Trees } from '../trees.ts';
import { treesOf } from '../trees.ts';

/** A plan in the making, with the trees of its Python. */
export interface Session extends Texts, Trees<SourceFile> {
  /** Names through which reads reached the key: constants, members of enums and classes, keys of dictionaries. */
  readonly keyNames: Set<string>;
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
  };
}
