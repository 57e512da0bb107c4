import type { SourceFile } from '@ffsd/typescript';
import { parse } from '@ffsd/typescript';
import type { Session as Texts } from '../session.ts';
import type { Trees } from '../trees.ts';
import { treesOf } from '../trees.ts';

export type { ChangeDraft, HistoryEntry } from '../session.ts';

/** A plan in the making, with the trees of its TypeScript. */
export interface Session extends Texts, Trees<SourceFile> {
  /** Names through which reads reached the key: constants, members of enums and objects. */
  readonly keyNames: Set<string>;
}

export function withTrees(session: Texts): Session {
  return { ...session, ...treesOf<SourceFile>(session, parse), keyNames: new Set() };
}
