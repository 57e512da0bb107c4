import type { Edit } from '@ffsd/edits';
import type { Constant } from '@ffsd/fold';
import type { AnyNode, FunctionDef, SourceFile } from '@ffsd/python';
import { dottedName, findAll, parsedFile, replaceExpression } from '@ffsd/python';
import { holdsForBoth, isSettledValue } from '../../decide-test.ts';
import type { SettledFlag } from '../../language.ts';
import { constantText } from '../constant-text.ts';
import { removal } from '../remove-statement.ts';
import type { Session } from '../session.ts';
import { makeSite } from '../site.ts';
import { commitTest } from './commit-test.ts';
import { givenBy } from './given-value.ts';
import { isAllOf } from './is-all-of.ts';
import { isFiller } from './is-filler.ts';
import { coveredRemoval } from './remove-covered.ts';
import { settledRows } from './settle-rows.ts';
import { aroundOf, checks, titleOf } from './test-around.ts';

/** A parameter or an attribute to which all code outside of tests gives one value. */
export interface Carrier {
  /** As a reader names it: `compact of page()`. */
  readonly shown: string;
  readonly wanted: Constant;
  readonly flag: SettledFlag;
  /** The drafts that this rests on. */
  readonly grounds: readonly string[];
}

/** A place in a test that gives it a value. */
export interface TestPlace {
  readonly path: string;
  /** The expression that gives the value; undefined where it is left out, or not written as one. */
  readonly value: AnyNode | undefined;
  /** The call or the statement that it stands in. */
  readonly node: AnyNode;
  /** What takes the place out once it only gives the value; undefined where the value stays there as a constant. */
  readonly removal?: (() => readonly Edit[]) | undefined;
}

/** What a place of a test says of the value. */
export type Says =
  /** It gives the value, or leaves it out. */
  | 'nothing'
  /** It gives something because something must be given. */
  | 'filler'
  /** It gives another value, or one that is not known. */
  | 'other';

export function saysOf(workspace: Session, { path, value }: TestPlace, { wanted }: Pick<Carrier, 'wanted'>): Says {
  const file = parsedFile(workspace, path);
  if (!file || !value) return 'nothing';
  const given = givenBy(workspace, file, value);
  if (given.kind === 'value' && JSON.stringify(given.value) === JSON.stringify(wanted)) return 'nothing';
  const test = testAround(value);
  // A test that holds for both values by its name holds without being told one of them.
  if (test && given.kind === 'value' && holdsForBoth(titleOf(test))) return 'filler';
  return isFiller(value) && !isLookedFor(value, test) ? 'filler' : 'other';
}

/**
 * Removes what speaks in a test against the value that all other code gives: a test that exercises what is not reached any more, the rows of
 * a table that do, and a test that only looks whether a value arrives.
 *
 * @param all every place that gives the value in tests, this one among them
 * @returns whether a draft was made
 */
export function clearTest(session: Session, carrier: Carrier, place: TestPlace, all: readonly TestPlace[]): boolean {
  const file = parsedFile(session, place.path);
  const test = place.value && testAround(place.value);
  if (!file || !test || !place.value || !session.isEditable(place.path)) return false;
  const given = givenBy(session, file, place.value);
  if (given.kind === 'parameter') return clearRows(session, file, carrier, place, test);
  if (isFiller(place.value)) {
    const isAll = checksOf(test).every((check) => mentions(check, place.value!));
    return isAll && clearWhole(session, file, carrier, place, test);
  }
  if (given.kind !== 'value' || isSettledValue(given.value, carrier.wanted)) return false;
  return isAbout(session, carrier, place, test, all)
    ? clearWhole(session, file, carrier, place, test)
    : clearAssertion(session, file, carrier, place, test);
}

/** One of several assertions of a test: `assert page(False) == 'full'`. */
function clearAssertion(
  session: Session,
  file: SourceFile,
  { shown, wanted, flag, grounds }: Carrier,
  { node }: TestPlace,
  test: FunctionDef,
): boolean {
  const line = (test.body.body as readonly AnyNode[]).find(({ start, end }) => start <= node.start && node.end <= end);
  const [statement, ...more] = line?.type === 'SimpleStatementLine' ? line.body : [];
  if (!line || !statement || more.length > 0 || !isAssertion(statement) || test.body.body.length < 2) return false;
  return commitTest(
    session,
    file,
    { flag, readers: grounds },
    {
      what: 'set-up',
      offset: node.start,
      title: `Remove an assertion of ${test.name.value} about ${shown} with another value`,
      why: `It gives ${shown} another value than ${JSON.stringify(wanted)}, which all code outside of tests gives.`,
      known: `outside of tests ${shown} always gets ${JSON.stringify(wanted)}`,
      edits: removal(makeSite(session, file), statement),
    },
  );
}

function isAssertion(statement: AnyNode): boolean {
  if (statement.type === 'Assert') return true;
  const call = statement.type === 'Expr' && statement.value.type === 'Call' ? statement.value : undefined;
  return /(?:^|\.)assert[A-Z]\w*$/.test((call && dottedName(call.func)) ?? '');
}

function clearWhole(
  session: Session,
  file: SourceFile,
  { shown, wanted, flag, grounds }: Carrier,
  { value }: TestPlace,
  test: FunctionDef,
): boolean {
  const gone = coveredRemoval(session, file, test);
  if (!gone) return false;
  const [about, what] = isFiller(value!)
    ? [`which only looks for what it gives ${shown}`, `It only looks for what it gives ${shown}`]
    : [`a test of ${shown} with another value`, `It gives ${shown} another value than ${JSON.stringify(wanted)}`];
  return commitTest(
    session,
    file,
    { flag, readers: grounds },
    {
      what: 'test',
      isWholeFile: isAllOf(session, file, gone.node),
      offset: value!.start,
      title: `Remove ${gone.name}, ${about}, from ${baseName(file)}`,
      why: `${what}. All code outside of tests gives it ${JSON.stringify(wanted)}. See that the test is about nothing else.`,
      known: `outside of tests ${shown} always gets ${JSON.stringify(wanted)}`,
      edits: gone.edits,
    },
  );
}

function clearRows(
  session: Session,
  file: SourceFile,
  { shown, wanted, flag, grounds }: Carrier,
  { value, removal }: TestPlace,
  test: FunctionDef,
): boolean {
  const given = givenBy(session, file, value!);
  if (given.kind !== 'parameter') return false;
  const text = constantText(makeSite(session, file), wanted, true);
  const own = removal ? removal() : text === undefined ? undefined : replaceExpression(file, value as never, text);
  const edits = own && settledRows(session, file, test, given.name, wanted, own);
  if (!edits) return false;
  return commitTest(
    session,
    file,
    { flag, readers: grounds },
    {
      what: 'set-up',
      offset: given.name.start,
      title: `Remove ${given.name.value} from ${test.name.value}, which gives it to ${shown}`,
      why: `All code outside of tests gives ${shown} the value ${JSON.stringify(wanted)}: rows with another one test code that nothing else reaches. See that they test nothing else.`,
      known: `outside of tests ${shown} always gets ${JSON.stringify(wanted)}`,
      edits,
    },
  );
}

/** Whether the test is about the other value as a whole: nothing of it gives the value, and nothing is checked before the other is given. */
function isAbout(
  session: Session,
  carrier: Carrier,
  { path, node }: TestPlace,
  test: FunctionDef,
  all: readonly TestPlace[],
): boolean {
  const within = all.filter((one) => one.path === path && test.start <= one.node.start && one.node.end <= test.end);
  if (within.some((one) => saysOf(session, one, carrier) !== 'other')) return false;
  const lines = test.body.body as readonly AnyNode[];
  const first = Math.min(node.start, ...within.map((one) => one.node.start));
  const before = lines.filter(({ end }) => end <= first);
  if (before.some(checks)) return false;
  // In a branch or a loop it is not the only thing that happens.
  const own = lines.find(({ start, end }) => start <= first && first < end);
  return own?.type === 'SimpleStatementLine' || own?.type === 'With';
}

/** The test that the place stands in by itself: what a fixture or a helper gives, several tests share. */
function testAround(node: AnyNode): FunctionDef | undefined {
  const around = aroundOf(node);
  return around.kind === 'test' ? around.node : undefined;
}

/** Whether the test also looks for what it gives: `assert service.compact == sentinel.compact`. */
function isLookedFor(value: AnyNode, test: FunctionDef | undefined): boolean {
  if (!test || value.type !== 'Attribute') return false;
  return checksOf(test).some((check) => mentions(check, value));
}

/** The statements that check something. */
function checksOf({ body }: FunctionDef): readonly AnyNode[] {
  return findAll(body, ['SimpleStatementLine', 'With']).filter((line) =>
    line.type === 'With' ? line.items.some(checks) : checks(line),
  );
}

function mentions(check: AnyNode, value: AnyNode): boolean {
  return findAll(check, value.type).some((one) => one !== value && one.code.trim() === value.code.trim());
}

function baseName({ path }: SourceFile): string {
  return path.split('/').at(-1)!;
}
