import type { AnyNode, ClassDef, FunctionDef, SourceFile } from '@ffsd/python';
import { isCode } from '@ffsd/python';
import { decideSetUp, holdsForBoth } from '../../decide-test.ts';
import type { SettledFlag, TestFacts } from '../../language.ts';
import { isTestPath } from '../../test-path.ts';
import { compile, wordsOf } from '../compiled-shape.ts';
import { shapesFor } from '../fold-reads.ts';
import { removal } from '../remove-statement.ts';
import type { Session } from '../session.ts';
import { makeSite } from '../site.ts';
import { commitTest } from './commit-test.ts';
import { emptiedSetUp } from './empty-set-up.ts';
import type { SetUp, TestContext } from './find-set-ups.ts';
import { functionAround, setUpsIn } from './find-set-ups.ts';
import type { FixtureUse } from './fixture-uses.ts';
import { usesOfFixture } from './fixture-uses.ts';
import { isAllOf } from './is-all-of.ts';
import { namesOfKey } from './names-of-key.ts';
import { asksBy, readerNames, settersOf } from './reader-names.ts';
import { coveredRemoval } from './remove-covered.ts';
import { removeFixture, removeUnusedFixture } from './remove-fixture.ts';
import { removeRows } from './remove-rows.ts';
import { replacementRemoval, setUpRemoval } from './remove-set-up.ts';
import { idleReaders } from './replaced-readers.ts';
import { isSole } from './sole-fixture.ts';
import type { Around } from './test-around.ts';
import { isTest, titleOf } from './test-around.ts';

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
      const place = { path, line: session.lineOf(path, key.start) };
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
  const asking = shapesFor(session, { shapes, presets: [] }).filter(({ shape }) => !shape.sets && !shape.negate);
  const sets = [...shapes.filter((shape) => shape.sets).map(compile), ...settersOf(asking)];
  const paths = [...new Set(session.drafts.filter(({ key }) => readers.includes(key)).flatMap(pathsOf))].filter(isCode);
  const read = readerNames(asking);
  const asked = { names: read, paths, asksOn: paths.some((path) => asksBy(session, path, read)) };
  const words = new Set(asking.flatMap((one) => wordsOf(one).slice(-1)));
  const idle = idleReaders(session, readers, words);
  return { flag, spellings, names: namesOfKey(session, spellings), sets, readers, idle, asked, failed: new Set() };
}

function pathsOf({ files }: { readonly files: readonly { readonly path: string }[] }): readonly string[] {
  return files.map(({ path }) => path);
}

function testsWithKey(session: Session, { spellings, names, idle, asked }: TestContext): readonly string[] {
  const answers = [...asked.names].map((name) => `.${name}.return_value`);
  return session
    .search([...spellings, ...names, ...idle.map(({ name }) => name), ...answers])
    .filter((path) => isCode(path) && isTestPath(path) && session.isEditable(path));
}

function removeNext(session: Session, path: string, context: TestContext): boolean {
  const file = session.parse(path);
  if (!file) return false;
  const setUps = setUpsIn(session, path, context);
  // Tests of the other value first: what they alone have needs no outcome of its own.
  for (const kind of ['remove-covered', 'remove-set-up'] as const) {
    for (const setUp of setUps) {
      if (decideSetUp(setUp.facts).kind !== kind || hasFailed(session, path, context, setUp)) continue;
      const done =
        kind === 'remove-covered'
          ? removeCovered(session, file, context, setUp)
          : removeSetUp(session, file, context, setUp);
      if (done) return true;
      context.failed.add(identityOf(session, path, setUp));
    }
  }
  for (const setUp of setUps) {
    if (hasFailed(session, path, context, setUp)) continue;
    if (removeThroughFixture(session, file, context, setUp)) return true;
    if (removeRows(session, file, context, setUp)) return true;
  }
  return false;
}

function identityOf(session: Session, path: string, { key }: SetUp): string {
  return `${path}:${session.originOf(path, key.start)}`;
}

function hasFailed(session: Session, path: string, { failed }: TestContext, setUp: SetUp): boolean {
  return failed.has(identityOf(session, path, setUp));
}

function removeSetUp(session: Session, file: SourceFile, context: TestContext, setUp: SetUp): boolean {
  const { around, standing, key } = setUp;
  const fixture = fixtureAround(setUp);
  if (fixture && isSole(fixture, standing)) return removeFixture(session, file, context, fixture);
  const emptied = emptiedSetUp(session, file, functionAround(key), standing);
  const edits = emptied
    ? removal(makeSite(session, file), emptied)
    : setUp.replacement
      ? replacementRemoval(session, file, setUp.replacement, standing)
      : setUpRemoval(session, file, standing);
  if (!edits) return false;
  const value = JSON.stringify(context.flag.value);
  if (setUp.setter.kind === 'assertion') {
    return commitTest(session, file, context, {
      what: 'set-up',
      offset: key.start,
      title: `Remove the assertion that ${context.flag.key} is asked for${nameOf(around)} from ${baseName(file)}`,
      why: `Nothing outside of tests reads ${context.flag.key} any more.`,
      edits,
    });
  }
  return commitTest(session, file, context, {
    what: 'set-up',
    offset: key.start,
    title: `Remove the set-up of ${context.flag.key}${nameOf(around)} from ${baseName(file)}`,
    why: `Nothing outside of tests reads ${context.flag.key} any more, so to set it to ${value} has no effect. See that nothing else is set by it.`,
    edits,
  });
}

function removeCovered(session: Session, file: SourceFile, context: TestContext, { around, key }: SetUp): boolean {
  if (around.kind !== 'test' && around.kind !== 'group') return false;
  return removeTest(session, file, context, around.node, key.start);
}

/** The tests that ask for a fixture which does nothing but give the flag another value, and then the fixture. */
function removeThroughFixture(session: Session, file: SourceFile, context: TestContext, setUp: SetUp): boolean {
  const fixture = fixtureAround(setUp);
  const { facts, standing } = setUp;
  if (!fixture || facts.gives !== 'other' || !isSole(fixture, standing) || isAutomatic(fixture)) return false;
  const uses = usesOfFixture(session, file, fixture);
  if (uses?.length === 0) return removeUnusedFixture(session, file, context, fixture);
  for (const use of uses ?? []) {
    const there = use.path === file.path ? file : session.parse(use.path);
    const covered = there && session.isEditable(use.path) ? coveredByFixture(use) : undefined;
    if (!there || !covered || holdsForBoth(titleOf(covered))) continue;
    const isMixed = setUpsIn(session, use.path, context).some(
      (one) => one.facts.gives !== 'other' && covered.start <= one.key.start && one.key.end <= covered.end,
    );
    if (!isMixed && removeTest(session, there, context, covered, use.node.start)) return true;
  }
  return false;
}

/** The test that asks for the fixture, or the class whose tests do. */
function coveredByFixture(use: FixtureUse): FunctionDef | ClassDef | undefined {
  if (use.kind === 'parameter') return isTest(use.of) ? use.of : undefined;
  const owner = use.call.parent?.type === 'Decorator' ? use.call.parent.parent : undefined;
  if (owner?.type === 'ClassDef') return owner;
  return owner?.type === 'FunctionDef' && isTest(owner) ? owner : undefined;
}

function isAutomatic({ decorators }: FunctionDef): boolean {
  return decorators.some(({ decorator }) => decorator.code.includes('autouse'));
}

function removeTest(
  session: Session,
  file: SourceFile,
  context: TestContext,
  covered: FunctionDef | ClassDef,
  offset: number,
): boolean {
  const gone = coveredRemoval(session, file, covered);
  if (!gone) return false;
  const { flag } = context;
  return commitTest(session, file, context, {
    what: 'test',
    isWholeFile: isAllOf(session, file, gone.node),
    offset,
    title: `Remove ${gone.name}, a test of ${flag.key} with another value, from ${baseName(file)}`,
    why: `It sets ${flag.key} to another value than ${JSON.stringify(flag.value)}, and the code that it tests is removed. See that it tests nothing else.`,
    edits: gone.edits,
  });
}

function fixtureAround({ around }: SetUp): FunctionDef | undefined {
  return around.kind === 'fixture' ? around.node : undefined;
}

function nameOf(around: Around): string {
  return around.kind === 'none' ? '' : ` in ${(around.node as AnyNode & { name: { value: string } }).name.value}`;
}

function baseName({ path }: SourceFile): string {
  return path.split('/').at(-1)!;
}
