import type { Node } from '@babel/types';
import type { SourceFile } from '@ffsd/typescript';
import { parentsOf, scopesOf } from '@ffsd/typescript';
import { holdsForBoth } from '../../decide-test.ts';
import type { Session } from '../session.ts';
import { saysOther } from './about-other.ts';
import { groupAround, roleOf, testsWithin, titleOf } from './around.ts';
import type { SetUp, TestContext } from './find-set-ups.ts';
import { setsOthers } from './find-set-ups.ts';
import { removeTest } from './remove-covered.ts';

type Call = Node & { readonly type: 'CallExpression' };

/**
 * Removes the tests that run under a shared set-up of the other value, set the flag in no way themselves, and say by their title that
 * they are about that value. The title alone proves nothing; that the flag has this value there does.
 */
export function removeTitled(
  session: Session,
  file: SourceFile,
  context: TestContext,
  all: readonly SetUp[],
  setUp: SetUp,
): boolean {
  const { facts, around, setter } = setUp;
  if (facts.covers !== 'background' || facts.gives !== 'other') return false;
  const runsUnder = scopeOf(file, around);
  const setsFlag = ({ start, end }: Node) =>
    all.some(({ key }) => start! <= key.start! && key.end! <= end!) ||
    session.touching(file.path, start!, end!).some((key) => key.startsWith(`test ${context.flag.key} set-up `));
  const others = setsOthers(setter);
  for (const test of testsWithin(file.tree.program)) {
    if (!runsUnder(test) || setsFlag(test)) continue;
    const title = titleOf(test);
    if (title === undefined || holdsForBoth(title)) continue;
    if (saysOther(title, context.flag, others) && removeTest(session, file, context, test, test.start!)) return true;
    const group = groupAround(file, test);
    const groupTitle = group && titleOf(group);
    if (!group || !groupTitle || setsFlag(group) || !saysOther(groupTitle, context.flag, others)) continue;
    if (testsWithin(group).every(runsUnder) && removeTest(session, file, context, group, group.start!)) return true;
  }
  return false;
}

/** Whether a test runs under what a hook or a helper sets. */
function scopeOf(file: SourceFile, around: SetUp['around']): (test: Call) => boolean {
  const isWithin = ({ start, end }: Node, outer: Node) => outer.start! <= start! && end! <= outer.end!;
  switch (around.kind) {
    case 'hook':
      return (test) => !around.group || isWithin(test, around.group);
    case 'helper': {
      const owner = parentsOf(file).parent(around.node);
      const name = owner?.type === 'VariableDeclarator' ? owner.id : (around.node as { id?: Node | null }).id;
      const calls = (name ? scopesOf(file).bindingOf(name)?.references : undefined) ?? [];
      return (test) => calls.some(({ node }) => isWithin(node, test) || hookScope(file, node, test));
    }
    case 'test':
    case 'none':
      return () => false;
    default:
      return around satisfies never;
  }
}

/** `beforeEach(() => setup())` of a group around the test. */
function hookScope(file: SourceFile, call: Node, test: Call): boolean {
  for (const node of parentsOf(file).ancestors(call)) {
    if (node.type !== 'CallExpression' || roleOf(node) !== 'hook') continue;
    const group = groupAround(file, node);
    return !group || (group.start! <= test.start! && test.end! <= group.end!);
  }
  return false;
}
