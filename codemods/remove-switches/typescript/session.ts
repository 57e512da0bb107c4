import type { SourceFile } from '@ffsd/typescript';
import { parse } from '@ffsd/typescript';
import type { Workspace } from '@ffsd/workspace';
import type { ConditionProp } from '../condition-prop.ts';
import type { Session as Texts } from '../session.ts';
import type { Trees } from '../trees.ts';
import { treesOf } from '../trees.ts';

export type { HistoryEntry } from '../session.ts';

/** A plan in the making, with the trees of its TypeScript. */
export interface Session extends Texts, Trees<SourceFile>, CodeWorkspace {
  /** Names through which reads reached the key: constants, members of enums and objects. */
  readonly keyNames: Set<string>;
}

/** The files, and what the user says of their code. */
export interface CodeWorkspace extends Workspace {
  readonly conditionProps?: readonly ConditionProp[];
}

export function withTrees(session: Texts): Session {
  return { ...session, ...treesOf<SourceFile>(session, parse), keyNames: new Set() };
}
