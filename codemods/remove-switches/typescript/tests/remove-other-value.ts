import type { SourceFile } from '@ffsd/typescript';
import { decideSetUp, isSettledValue } from '../../decide-test.ts';
import type { Session } from '../session.ts';
import type { SetUp, TestContext } from './find-set-ups.ts';
import { removeTest } from './remove-covered.ts';
import { removeRows } from './remove-rows.ts';
import { removeThroughHelper } from './remove-through-helper.ts';
import { removeTitled } from './remove-titled.ts';

/** Removes the next test, group of tests or row of a table that is about another value of the flag. */
export function removeOtherValue(
  session: Session,
  file: SourceFile,
  context: TestContext,
  setUps: readonly SetUp[],
): boolean {
  return (
    attempt(session, file.path, context, setUps, 'remove-covered', (setUp) =>
      removeCovered(session, file, context, setUp),
    ) ||
    setUps.some((setUp) => removeThroughHelper(session, file, context, setUp)) ||
    setUps.some((setUp) => removeRows(session, file, context, setUp)) ||
    setUps.some((setUp) => removeTitled(session, file, context, setUps, setUp))
  );
}

/** Tries the set-ups of one verdict one after the other, each once. */
export function attempt(
  session: Session,
  path: string,
  { failed }: TestContext,
  setUps: readonly SetUp[],
  kind: ReturnType<typeof decideSetUp>['kind'],
  remove: (setUp: SetUp) => boolean,
): boolean {
  const identityOf = ({ key }: SetUp) => `${path}:${session.originOf(path, key.start!)}`;
  return setUps.some((setUp) => {
    if (decideSetUp(setUp.facts).kind !== kind || failed.has(identityOf(setUp))) return false;
    if (remove(setUp)) return true;
    failed.add(identityOf(setUp));
    return false;
  });
}

/**
 * Whether a set-up may go with the mock that it is given by. One value after the other is none as long as all are the settled one; what a
 * function answers for one flag goes with the function.
 */
export function mayGoAlong({ facts, setter }: SetUp, { flag }: TestContext): boolean {
  const { gives } = setter;
  if (gives.kind === 'ordered' && gives.value !== undefined && isSettledValue(gives.value, flag.value)) return true;
  const isFunction = setter.kind === 'compared' && (facts.gives === 'settled' || facts.covers === 'background');
  return isFunction || decideSetUp(facts).kind === 'remove-set-up';
}

function removeCovered(session: Session, file: SourceFile, context: TestContext, { around, key }: SetUp): boolean {
  const covered = around.kind === 'test' ? around.call : around.kind === 'hook' ? around.group : undefined;
  return covered !== undefined && removeTest(session, file, context, covered, key.start!);
}
