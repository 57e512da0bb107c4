import type { Node } from '@babel/types';
import type { SourceFile } from '@ffsd/typescript';
import { isCode, parentsOf } from '@ffsd/typescript';
import { commitTest } from '../../commit-test.ts';
import { decideSetUp, isSettledValue } from '../../decide-test.ts';
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
import { removeIdleMocks } from './remove-idle-mocks.ts';
import { removeRows } from './remove-rows.ts';
import { removeStatementRuns } from './remove-statement-runs.ts';
import { removeThroughHelper } from './remove-through-helper.ts';
import { removeTitled } from './remove-titled.ts';
import { settleColumn } from './settle-column.ts';
import { whyNoEffect } from './why-no-effect.ts';
import { withEmptied } from './with-emptied.ts';

/**
 * Removes what sets the flag in tests, and the tests of the branch that is gone. Only called when nothing outside of tests reads it.
 *
 * @returns whether anything was removed
 */
export function removeTests(session: Session, context: TestContext): boolean {
  let removed = false;
  for (const path of testsWithKey(session, context)) {
    while (removeNext(session, path, context, 'covered')) removed = true;
  }
  removed = removeIdleMocks(session, context, (path) => mayLoseMocks(session, path, context)) || removed;
  for (const path of testsWithKey(session, context)) {
    while (removeNext(session, path, context, 'set-up')) removed = true;
  }
  for (const path of session.changed().filter((one) => isCode(one) && isTestPath(one))) {
    while (settleColumn(session, path, context)) removed = true;
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

/**
 * Whether all set-ups of the flag in a file may go. While one has to stay, the mock that it is given by stays, too. One value after the
 * other is none as long as all are the settled one.
 */
function mayLoseMocks(session: Session, path: string, context: TestContext): boolean {
  return setUpsIn(session, path, context).every(({ facts, setter }) => {
    const { gives } = setter;
    const isSettledOnce =
      gives.kind === 'ordered' && gives.value !== undefined && isSettledValue(gives.value, context.flag.value);
    // What a function answers for one flag goes with the function.
    const goesAlong = setter.kind === 'compared' && (facts.gives === 'settled' || facts.covers === 'background');
    return isSettledOnce || goesAlong || decideSetUp(facts).kind === 'remove-set-up';
  });
}

function removeNext(session: Session, path: string, context: TestContext, step: 'covered' | 'set-up'): boolean {
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
  if (step === 'covered')
    return (
      attempt('remove-covered', (setUp) => removeCovered(session, file, context, setUp)) ||
      setUps.some((setUp) => removeThroughHelper(session, file, context, setUp)) ||
      setUps.some((setUp) => removeRows(session, file, context, setUp)) ||
      setUps.some((setUp) => removeTitled(session, file, context, setUps, setUp))
    );
  return (
    attempt('remove-set-up', (setUp) => removeCall(session, file, context, setUp)) ||
    removeEntries(session, file, context, setUps)
  );
}

function removeCovered(session: Session, file: SourceFile, context: TestContext, { around, key }: SetUp): boolean {
  const covered = around.kind === 'test' ? around.call : around.kind === 'hook' ? around.group : undefined;
  return covered !== undefined && removeTest(session, file, context, covered, key.start!);
}

function removeCall(session: Session, file: SourceFile, context: TestContext, setUp: SetUp): boolean {
  const { setter, key } = setUp;
  if (setter.kind !== 'call') return false;
  const parents = parentsOf(file);
  let statement: Node | undefined = parents.parent(setter.node);
  if (statement?.type === 'AwaitExpression') statement = parents.parent(statement);
  if (statement?.type !== 'ExpressionStatement') return false;
  const site = makeSite(session, file);
  const emptied = withEmptied(site, [statement]);
  const removal = emptied.length > 1 ? undefined : removeStatement(site, statement);
  if (removal && removal.kind !== 'edits') return false;
  const { key: flag } = context.flag;
  return commitTest(session, file, context, {
    what: 'set-up',
    offset: key.start!,
    title: `Remove the set-up of ${flag} from ${file.path.split('/').at(-1)}`,
    why: whyNoEffect(context, [setUp]),
    edits: removal ? removal.edits : removeStatementRuns(site, emptied),
  });
}
