import type { SourceFile } from '@ffsd/python';
import type { Session } from '../session.ts';
import { commitTest } from './commit-test.ts';
import type { SetUp, TestContext } from './find-set-ups.ts';
import { setUpRemoval } from './remove-set-up.ts';
import { settledRows } from './settle-rows.ts';

/** Removes the rows of a table that give the flag another value, what set it, and the parameter that would always have the same value. */
export function removeRows(
  session: Session,
  file: SourceFile,
  context: TestContext,
  { setter, standing, around, facts }: SetUp,
): boolean {
  if (around.kind !== 'test' || setter.gives?.kind !== 'parameter' || !facts.pure) return false;
  const { flag } = context;
  const { name } = setter.gives;
  const test = around.node;
  const setUp = setUpRemoval(session, file, standing);
  const edits = setUp && settledRows(session, file, test, name, flag.value, setUp);
  if (!edits) return false;
  return commitTest(session, file, context, {
    what: 'set-up',
    offset: name.start,
    title: `Remove ${name.value} from ${test.name.value}, which sets ${flag.key} by it`,
    why: `Nothing outside of tests reads ${flag.key} any more: rows that give it another value than ${JSON.stringify(flag.value)} test code that is removed, and for the others it need not be set. See that they test nothing else.`,
    edits,
  });
}
