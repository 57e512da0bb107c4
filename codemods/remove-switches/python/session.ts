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
  return { ...session, ...treesOf<SourceFile>(session, parse), keyNames: new Set() };
}
