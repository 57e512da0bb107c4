import type { SourceFile } from '@ffsd/python';
import type { TestChange } from '../../commit-test.ts';
import { commitTest as commit } from '../../commit-test.ts';
import type { Session } from '../session.ts';
import { whatBreaks } from '../what-breaks.ts';
import type { TestContext } from './find-set-ups.ts';

/** Takes in one change of a test, unless the file would not compile any more: then something else of it may go. */
export function commitTest(
  session: Session,
  file: SourceFile,
  context: Pick<TestContext, 'flag' | 'readers'>,
  change: TestChange,
): boolean {
  if (!change.isWholeFile && whatBreaks(file, change.edits)) return false;
  return commit(session, file, context, change);
}
