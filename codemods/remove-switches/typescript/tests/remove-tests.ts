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
import { removeEntries } from './remove-entries.ts';
import { removeIdleMocks } from './remove-idle-mocks.ts';
import { attempt, mayGoAlong, removeOtherValue } from './remove-other-value.ts';
import { removeStatementRuns } from './remove-statement-runs.ts';
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
  removed =
    removeIdleMocks(session, context, (path) =>
      setUpsIn(session, path, context).every((one) => mayGoAlong(one, context)),
    ) || removed;
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
  const reads = shapes.filter((shape) => !shape.sets);
  const words = new Set(
    reads.flatMap(({ match }) => [...match.matchAll(/(?<![\w$])([A-Za-z_][\w$]*)\s*\(/g)].map(([, word]) => word!)),
  );
  return { flag, spellings, names: namesOfKey(session, spellings), sets, readers, words, failed: new Set() };
}

function testsWithKey(session: Session, { spellings, names }: TestContext): readonly string[] {
  return session
    .search([...spellings, ...names])
    .filter((path) => isCode(path) && isTestPath(path) && session.isEditable(path));
}

function removeNext(session: Session, path: string, context: TestContext, step: 'covered' | 'set-up'): boolean {
  const file = session.parse(path);
  if (!file) return false;
  const setUps = setUpsIn(session, path, context);
  // Tests of the other value first: what they alone have needs no outcome of its own.
  if (step === 'covered') return removeOtherValue(session, file, context, setUps);
  const remove = (setUp: SetUp) => removeCall(session, file, context, setUp);
  return (
    attempt(session, path, context, setUps, 'remove-set-up', remove) || removeEntries(session, file, context, setUps)
  );
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
