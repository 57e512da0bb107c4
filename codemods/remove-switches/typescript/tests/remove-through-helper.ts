import type { Node } from '@babel/types';
import type { SourceFile } from '@ffsd/typescript';
import { scopesOf } from '@ffsd/typescript';
import { holdsForBoth, isSettledValue } from '../../decide-test.ts';
import type { Session } from '../session.ts';
import { aroundOf, callbackOf, checks, statementsIn, titleOf } from './around.ts';
import type { SetUp, TestContext } from './find-set-ups.ts';
import { callsOfHelper } from './helper-calls.ts';
import { removeTest } from './remove-covered.ts';

/**
 * Removes the tests that give the flag another value through a helper of their file:
 *
 * ```text
 * function setup(on: boolean) { setFlag('new', on); … }
 * it('shows the form', () => { setup(false); … })
 * ```
 *
 * Only where the parameter does nothing else. With the last of these tests gone, all calls give it one value.
 */
export function removeThroughHelper(
  session: Session,
  file: SourceFile,
  context: TestContext,
  { setter, around }: SetUp,
): boolean {
  if (around.kind !== 'helper' || setter.gives.kind !== 'parameter') return false;
  const { name } = setter.gives;
  const helper = around.node;
  if (scopesOf(file).bindingOf(name)?.references.length !== 1) return false;
  const calls = callsOfHelper(session, file, helper, name) ?? [];
  for (const { call, given } of calls) {
    if (!given || isSettledValue(given.value, context.flag.value)) continue;
    const place = aroundOf(file, call);
    if (place.kind !== 'test' || holdsForBoth(titleOf(place.call) ?? '')) continue;
    const lines = statementsIn(callbackOf(place.call));
    const at = lines.findIndex((line) => line.start! <= call.start! && call.end! <= line.end!);
    if (at < 0 || lines.slice(0, at).some((line) => checks(file, line))) continue;
    // A second call may give it the settled value.
    if (calls.some((other) => other.call !== call && isIn(other.call, place.call))) continue;
    if (removeTest(session, file, context, place.call, call.start!)) return true;
  }
  return false;
}

function isIn({ start }: Node, outer: Node): boolean {
  return outer.start! <= start! && start! < outer.end!;
}
