import type { Node } from '@babel/types';
import type { SourceFile } from '@ffsd/typescript';
import { parentsOf } from '@ffsd/typescript';
import { commitTest } from '../../commit-test.ts';
import { makeSite } from '../make-site.ts';
import { removeStatement } from '../remove-statement.ts';
import type { Session } from '../session.ts';
import { callbackOf, groupAround, roleOf, statementsIn, testsWithin, titleOf } from './around.ts';
import type { TestContext } from './find-set-ups.ts';
import { snapshotsWithout } from './snapshots.ts';

type Call = Node & { readonly type: 'CallExpression' };

/** Removes a test or a group of tests that has lost its subject, the groups that it leaves without a test, and its snapshots. */
export function removeTest(
  session: Session,
  file: SourceFile,
  context: TestContext,
  covered: Call,
  offset: number,
): boolean {
  const whole = outermost(file, covered);
  const statement = parentsOf(file).parent(whole);
  // `[1, 2].forEach(n => it(…))` and `const suite = describe(…)` are more than a test.
  if (statement?.type !== 'ExpressionStatement') return false;
  const removal = removeStatement(makeSite(session, file), statement);
  if (removal.kind !== 'edits') return false;
  const { flag } = context;
  const noun = roleOf(whole) === 'test' ? 'a test' : 'tests';
  return commitTest(session, file, context, {
    what: 'test',
    offset,
    title: `Remove ${quoted(titleOf(whole))}, ${noun} of ${flag.key} with another value, from ${file.path.split('/').at(-1)}`,
    why: `What sets ${flag.key} there gives it another value than ${JSON.stringify(flag.value)}, and the code that is tested so is removed. See that nothing else is tested.`,
    edits: removal.edits,
    isWholeFile: isAllOf(session, file, whole, statement),
    others: snapshotsWithout(session, file, whole),
  });
}

/** The group that has no other test and nothing but hooks beside, or the test itself. */
function outermost(file: SourceFile, covered: Call): Call {
  const group = groupAround(file, covered);
  if (!group || testsWithin(group).length !== testsWithin(covered).length) return covered;
  // The last group of a file is the file.
  if (testsWithin(file.tree.program).length === testsWithin(group).length) return covered;
  const own = parentsOf(file).parent(covered);
  const others = statementsIn(callbackOf(group)).filter((one) => one !== own);
  const areHooks = others.every(
    (one) => one.type !== 'ExpressionStatement' || /^(?:before|after)/.test(file.text.slice(one.start!, one.end!)),
  );
  return areHooks ? outermost(file, group) : covered;
}

function quoted(title: string | undefined): string {
  return title === undefined ? 'the test' : `"${title}"`;
}

/** Whether a test file has nothing beside but imports and mocks of modules, and no other file names it. */
function isAllOf(session: Session, { path, text, tree }: SourceFile, whole: Call, statement: Node): boolean {
  if (testsWithin(tree.program).length !== testsWithin(whole).length) return false;
  const isHead = (line: Node) =>
    line.type === 'ImportDeclaration' || /^(?:jest|vi)\.mock\(/.test(text.slice(line.start!, line.end!));
  if (
    !/[.-](?:test|spec)\.[cm]?[jt]sx?$/.test(path) ||
    !tree.program.body.every((line) => line === statement || isHead(line))
  )
    return false;
  const name = path
    .split('/')
    .at(-1)!
    .replace(/\.[cm]?[jt]sx?$/, '');
  return session.search([name]).every((other) => other === path || other.endsWith('.snap'));
}
