import type { Node } from '@babel/types';
import type { Edit } from '@ffsd/edits';
import { inOrder } from '@ffsd/edits';
import type { SourceFile } from '@ffsd/typescript';
import { parentsOf, removeListItem, removeStatements } from '@ffsd/typescript';
import { commitTest } from '../../commit-test.ts';
import { decideSetUp } from '../../decide-test.ts';
import { occurrencesOfKey } from '../occurrences-of-key.ts';
import type { Session } from '../session.ts';
import type { SetUp, TestContext } from './find-set-ups.ts';
import { whyNoEffect } from './why-no-effect.ts';

/**
 * Removes the entries that give the flag its value in the objects of a test file, and its members in the types beside them. They go
 * together, because `useFlags as jest.Mock<{ new: boolean }>` is only right when the type and the object agree; and while an entry that
 * gives another value stays, the type needs the member.
 */
export function removeEntries(
  session: Session,
  file: SourceFile,
  context: TestContext,
  setUps: readonly SetUp[],
): boolean {
  const all = setUps.filter(({ setter }) => setter.kind === 'entry');
  const settled = all.filter(({ facts }) => decideSetUp(facts).kind === 'remove-set-up');
  const entries = settled.flatMap(({ setter }) => (setter.kind === 'entry' ? [{ setter }] : []));
  if (entries.length === 0) return false;
  const lists = entries.map(({ setter }) => setter.list);
  // Two entries of one list share a comma; an object does not have the flag twice.
  if (new Set(lists).size < lists.length) return false;
  const members = occurrencesOfKey(file, context.spellings).flatMap((one) => (one.kind === 'type-member' ? [one] : []));
  if (members.length > 0 && entries.length < all.length) return false;
  const edits: Edit[] = [
    ...entries.flatMap(({ setter: { node, list } }) => removeListItem(file, list, list.indexOf(node))),
    ...members.flatMap(({ entry, list }) => withoutMember(file, entry, list)),
  ];
  const { key } = context.flag;
  return commitTest(session, file, context, {
    what: 'set-up',
    offset: entries[0]!.setter.node.start!,
    title: `Remove ${key} from what ${file.path.split('/').at(-1)} sets up`,
    why: whyNoEffect(context, settled),
    edits: inOrder(edits),
  });
}

/** `{ new: boolean }` is `{}` without its only member. */
function withoutMember(file: SourceFile, entry: Node, list: readonly Node[]): readonly Edit[] {
  const owner = list.length === 1 ? parentsOf(file).parent(entry) : undefined;
  return owner?.type === 'TSTypeLiteral'
    ? [{ start: owner.start! + 1, end: owner.end! - 1, text: '' }]
    : removeStatements(file, entry, entry);
}
