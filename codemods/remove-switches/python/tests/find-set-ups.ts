import type { AnyNode, FunctionDef, SourceFile } from '@ffsd/python';
import { findAll, isCode, scopesOf } from '@ffsd/python';
import type { SetUpFacts } from '../../decide-test.ts';
import { holdsForBoth, isSettledValue } from '../../decide-test.ts';
import type { SettledFlag } from '../../language.ts';
import type { TestContext as Context } from '../../test-context.ts';
import type { CompiledShape } from '../compiled-shape.ts';
import type { Session } from '../session.ts';
import { makeSite } from '../site.ts';
import type { Given } from './given-value.ts';
import type { Asked } from './mocked-answers.ts';
import { answersIn, isOffByDefault, setterByAssertion, setterByLambda } from './mocked-answers.ts';
import { usesOfKey } from './names-of-key.ts';
import type { IdleReader, Replacement } from './replaced-readers.ts';
import { replacementsIn } from './replaced-readers.ts';
import type { Setter } from './setter-of.ts';
import { setterOf, setterOfName } from './setter-of.ts';
import { isSole } from './sole-fixture.ts';
import type { Standing } from './standing.ts';
import { standingOf } from './standing.ts';
import { tableOf } from './table-of.ts';
import type { Around } from './test-around.ts';
import { aroundOf, checks, testsOf, titleOf } from './test-around.ts';

export interface TestContext extends Context<CompiledShape> {
  /** Names that asked for the flag in a module, and that it does not use any more. */
  readonly idle: readonly IdleReader[];
  readonly asked: Asked;
}

/** A place in a test that gives the flag a value. */
export interface SetUp {
  /** The expression that gives the key. */
  readonly key: AnyNode;
  readonly setter: Setter;
  readonly standing: Standing;
  readonly around: Around;
  readonly facts: SetUpFacts;
  /** It says what is answered, whatever is asked: the test may be about something else. */
  readonly unnamed?: boolean;
  /** What a test replaces a reader by. */
  readonly replacement?: Replacement;
}

/** The set-ups of the flag in the present text of a file, in their order. */
export function setUpsIn(session: Session, path: string, context: TestContext): readonly SetUp[] {
  const file = session.parse(path);
  if (!file) return [];
  const { spellings, names, sets, flag, asked } = context;
  const found: SetUp[] = [];
  for (const key of usesOfKey(session, path, spellings, names)) {
    const setter = setterOf(session, file, key, sets);
    if (setter) found.push(describe(session, file, key, setter, flag));
    const assertion = setter ? undefined : setterByAssertion(key, asked);
    if (assertion) found.push(describe(session, file, key, assertion, flag));
    const answers = setter || assertion ? undefined : setterByLambda(key, asked);
    if (!answers) continue;
    const one = describe(session, file, key, answers, flag);
    // It also keeps all other flags off.
    const isFree = one.facts.gives !== 'settled' || !asked.asksOn || isOffByDefault(session, path, asked);
    found.push({ ...one, facts: { ...one.facts, pure: one.facts.pure && isFree } });
  }
  for (const answer of answersIn(session, file, asked)) {
    found.push({ ...describe(session, file, answer.node, answer, flag), unnamed: true });
  }
  for (const name of findAll(file.tree, 'Name')) {
    const setter = spellings.includes(name.value) ? setterOfName(session, file, name) : undefined;
    if (setter) found.push(describe(session, file, name, setter, flag));
  }
  for (const replacement of replacementsIn(session, file, context.idle)) {
    const { call, gives, counted, used } = replacement;
    const setUp = describe(session, file, call, { kind: 'call', node: call, gives, others: [] }, flag);
    const pure = setUp.facts.pure && !used;
    found.push({ ...setUp, replacement, facts: { ...setUp.facts, pure, counted } });
  }
  const sorted = [...withHelpers(session, file, found, flag)].sort((a, b) => a.key.start - b.key.start);
  return sorted.map((one) => ({
    ...one,
    facts: { ...one.facts, covers: coversOf(session, path, context.flag, one, sorted) },
  }));
}

/**
 * The set-ups, and in the place of those that a helper is all of, the calls of it:
 *
 * ```text
 * def enable_new(request):
 *     request.feature.return_value = True
 * ```
 */
function withHelpers(session: Session, file: SourceFile, all: readonly SetUp[], flag: SettledFlag): readonly SetUp[] {
  return all.flatMap((one): readonly SetUp[] => {
    const helper = one.around.kind === 'none' ? functionAround(one.key) : undefined;
    if (helper?.parent?.type !== 'Module' || one.unnamed || !isSole(helper, one.standing)) return [one];
    const references = scopesOf(file).bindingOf(helper.name)?.references ?? [];
    const calls = references.map(({ node }) => node.parent as AnyNode | null);
    const isElsewhere = session.search([helper.name.value]).some((path) => path !== file.path && isCode(path));
    // It goes by itself once nothing calls it.
    if (isElsewhere || calls.length === 0) return [];
    return calls.flatMap((call) => {
      if (call?.type !== 'Call' || !references.some(({ node }) => call.func === node)) return [];
      const others = call.args.map(({ value }) => value);
      const gives: Given = one.facts.gives === 'unknown' ? { kind: 'unknown' } : one.setter.gives!;
      return describe(session, file, call, { kind: 'call', node: call, gives, others }, flag);
    });
  });
}

function describe(session: Session, file: SourceFile, key: AnyNode, setter: Setter, flag: SettledFlag): SetUp {
  const standing = standingOf(file, setter);
  const around: Around =
    standing.kind === 'decorator' && standing.of.type === 'ClassDef'
      ? { kind: 'group', node: standing.of }
      : aroundOf(key);
  const { isPure } = makeSite(session, file);
  const others = setter.kind === 'call' ? setter.others : [];
  const title = around.kind === 'test' || around.kind === 'group' ? titleOf(around.node) : '';
  const facts: SetUpFacts = {
    gives: isConditional(setter.node) ? 'unknown' : givesOf(session, file, setter, around, flag),
    pure: standing.kind !== 'used' && others.every(isPure),
    counted: false,
    covers: 'shared',
    both: holdsForBoth(title),
  };
  return { key, setter, standing, around, facts };
}

function givesOf(
  session: Session,
  file: SourceFile,
  setter: Setter,
  around: Around,
  { value }: SettledFlag,
): SetUpFacts['gives'] {
  // What looks for the question has no answer of its own.
  if (setter.kind === 'assertion') return 'settled';
  const { gives } = setter;
  switch (gives.kind) {
    case 'value':
      return isSettledValue(gives.value, value) ? 'settled' : 'other';
    case 'parameter': {
      // All rows of the table that feeds the parameter.
      const table = around.kind === 'test' ? tableOf(session, file, around.node, gives.name) : undefined;
      const values = table?.rows.map((row) => row.value);
      if (!values || values.length === 0 || values.includes(undefined)) return 'unknown';
      if (values.every((one) => isSettledValue(one!.value, value))) return 'settled';
      return values.some((one) => isSettledValue(one!.value, value)) ? 'unknown' : 'other';
    }
    case 'filler': {
      // It is handed on and looked for nowhere.
      const outer = functionAround(gives.node);
      const isLookedFor =
        outer && findAll(outer, 'Attribute').some((one) => one !== gives.node && isSame(one, gives.node));
      return isLookedFor || gives.node.type !== 'Attribute' ? 'unknown' : 'settled';
    }
    case 'ordered':
      return 'ordered';
    case 'unknown':
      return 'unknown';
    default:
      return gives satisfies never;
  }
}

function isSame(one: AnyNode, other: AnyNode): boolean {
  return one.code.trim() === other.code.trim();
}

/** What runs under the set-up and nothing else does. */
function coversOf(
  session: Session,
  path: string,
  flag: SettledFlag,
  { setter, standing, around, key, unnamed }: SetUp,
  all: readonly SetUp[],
): SetUpFacts['covers'] {
  if (unnamed) return 'shared';
  if (around.kind !== 'test' && around.kind !== 'group') return 'shared';
  const within = all.filter((one) => one.key !== key && isWithin(one.key, around.node));
  // A set-up of the settled value that is removed already has been there, too.
  const { start, end } = around.node;
  const isCleared = session.touching(path, start, end).some((one) => one.startsWith(`test ${flag.key} set-up `));
  const isMixed = isCleared || within.some(({ facts }) => facts.gives !== 'other');
  if (isMixed) return around.kind === 'test' ? 'part' : 'shared';
  if (around.kind === 'group') {
    if (testsOf(around.node).length === 0) return 'shared';
    if (standing.kind === 'decorator') return 'group';
    // What a `setUp` does beside it is the background of tests that are about something else.
    const setUp = functionAround(key);
    return setUp && isSole(setUp, standing) ? 'group' : 'shared';
  }
  if (standing.kind === 'decorator') return 'test';
  return isCheckedOutside(around.node, setter, standing) ? 'part' : 'test';
}

function isWithin(node: AnyNode, outer: AnyNode & { readonly decorators: readonly AnyNode[] }): boolean {
  return (outer.decorators[0]?.start ?? outer.start) <= node.start && node.end <= outer.end;
}

/** Whether it depends on something whether the flag is set: then the test is about both values. */
function isConditional(node: AnyNode): boolean {
  for (let at: AnyNode | null = node; at && at.type !== 'FunctionDef'; at = at.parent) {
    if (at.parent?.type === 'If' && at.parent.test !== at) return true;
    if (at.type === 'Else') return true;
  }
  return false;
}

/** The innermost function around a place. */
export function functionAround(node: AnyNode): FunctionDef | undefined {
  for (let at: AnyNode | null = node; at; at = at.parent) if (at.type === 'FunctionDef') return at;
  return undefined;
}

/** Whether the test also checks something that does not run under the set-up. */
function isCheckedOutside(test: FunctionDef, setter: Setter, standing: Standing): boolean {
  const lines = test.body.body as readonly AnyNode[];
  const at = lines.findIndex((line) => line.start <= setter.node.start && setter.node.end <= line.end);
  if (lines.slice(0, at).some(checks)) return true;
  const own = lines[at];
  if (standing.kind === 'with' || standing.kind === 'entry') {
    // What is checked behind the block may be what was done inside of it; where the block checks by itself, it is something else.
    return own !== undefined && checks(own) && lines.slice(at + 1).some(checks);
  }
  // In a branch, a loop or a block of its own, the statement does not always run.
  return own !== undefined && own.type !== 'SimpleStatementLine';
}
