import type { Node } from '@babel/types';
import type { SourceFile } from '@ffsd/typescript';
import { isCode, parentsOf } from '@ffsd/typescript';
import { commitTest } from '../../commit-test.ts';
import { decideSetUp } from '../../decide-test.ts';
import type { SettledFlag, TestFacts } from '../../language.ts';
import { isTestPath } from '../../test-path.ts';
import { makeSite } from '../make-site.ts';
import { compile } from '../remove-flag.ts';
import { removeStatement } from '../remove-statement.ts';
import type { Session } from '../session.ts';
import type { SetUp, TestContext } from './find-set-ups.ts';
import { namesOfKey, setUpsIn } from './find-set-ups.ts';
import { removeTest } from './remove-covered.ts';
import { removeEntries } from './remove-entries.ts';
import { removeThroughHelper } from './remove-through-helper.ts';

/**
 * Removes what sets the flag in tests, and the tests of the branch that is gone. Only called when nothing outside of tests reads it.
 *
 * @returns whether anything was removed
 */
export function removeTests(session: Session, context: TestContext): boolean {
  let removed = false;
  for (const path of testsWithKey(session, context)) {
    while (removeNext(session, path, context)) removed = true;
  }
  return removed;
}

/** Notes what stays in tests, with the reason. */
export function noteTests(session: Session, context: TestContext): void {
  for (const path of testsWithKey(session, context)) {
    for (const { key, facts } of setUpsIn(session, path, context)) {
      const verdict = decideSetUp(facts);
      if (verdict.kind !== 'kept' || verdict.code === 'mention') continue;
      const place = { path, line: session.lineOf(path, key.start!) };
      session.keep({ place, code: verdict.code, because: verdict.because });
    }
  }
}

export function contextOf(
  session: Session,
  flag: SettledFlag,
  { shapes, readers }: TestFacts,
  spellings: readonly string[],
): TestContext {
  const sets = shapes.filter((shape) => shape.sets).map(compile);
  return { flag, spellings, names: namesOfKey(session, spellings), sets, readers, failed: new Set() };
}

function testsWithKey(session: Session, { spellings, names }: TestContext): readonly string[] {
  return session
    .search([...spellings, ...names])
    .filter((path) => isCode(path) && isTestPath(path) && session.isEditable(path));
}

function removeNext(session: Session, path: string, context: TestContext): boolean {
  const file = session.parse(path);
  if (!file) return false;
  const setUps = setUpsIn(session, path, context);
  const { failed } = context;
  const identityOf = ({ key }: SetUp) => `${path}:${session.originOf(path, key.start!)}`;
  const attempt = (kind: string, remove: (setUp: SetUp) => boolean) =>
    setUps.some((setUp) => {
      if (decideSetUp(setUp.facts).kind !== kind || failed.has(identityOf(setUp))) return false;
      if (remove(setUp)) return true;
      failed.add(identityOf(setUp));
      return false;
    });
  // Tests of the other value first: what they alone have needs no outcome of its own.
  return (
    attempt('remove-covered', (setUp) => removeCovered(session, file, context, setUp)) ||
    setUps.some((setUp) => removeThroughHelper(session, file, context, setUp)) ||
    attempt('remove-set-up', (setUp) => removeCall(session, file, context, setUp)) ||
    removeEntries(session, file, context, setUps)
  );
}

function removeCovered(session: Session, file: SourceFile, context: TestContext, { around, key }: SetUp): boolean {
  const covered = around.kind === 'test' ? around.call : around.kind === 'hook' ? around.group : undefined;
  return covered !== undefined && removeTest(session, file, context, covered, key.start!);
}

function removeCall(session: Session, file: SourceFile, context: TestContext, { setter, key }: SetUp): boolean {
  if (setter.kind !== 'call') return false;
  const parents = parentsOf(file);
  let statement: Node | undefined = parents.parent(setter.node);
  if (statement?.type === 'AwaitExpression') statement = parents.parent(statement);
  if (statement?.type !== 'ExpressionStatement') return false;
  const removal = removeStatement(makeSite(session, file), statement);
  if (removal.kind !== 'edits') return false;
  const { key: flag, value } = context.flag;
  return commitTest(session, file, context, {
    what: 'set-up',
    offset: key.start!,
    title: `Remove the set-up of ${flag} from ${file.path.split('/').at(-1)}`,
    why: `Nothing outside of tests reads ${flag} any more, so to set it to ${JSON.stringify(value)} has no effect. See that nothing else is set by it.`,
    edits: removal.edits,
  });
}
