import type { DjangoFile } from '@ffsd/templates';
import { parseDjango } from '@ffsd/templates';
import type { Session as Texts } from '../session.ts';
import type { Trees } from '../trees.ts';
import { treesOf } from '../trees.ts';

/** A plan in the making, with the trees of its templates. */
export interface Session extends Texts, Trees<DjangoFile> {}

export function withTrees(session: Texts): Session {
  return { ...session, ...treesOf<DjangoFile>(session, parseDjango) };
}
