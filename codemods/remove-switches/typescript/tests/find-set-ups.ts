import type { Node } from '@babel/types';
import type { SourceFile } from '@ffsd/typescript';
import { isCode, parentsOf, walk } from '@ffsd/typescript';
import type { SetUpFacts } from '../../decide-test.ts';
import { holdsForBoth, isSettledValue } from '../../decide-test.ts';
import type { SettledFlag } from '../../language.ts';
import type { TestContext as Context } from '../../test-context.ts';
import { constantOf } from '../constant-of.ts';
import type { CompiledShape } from '../find-reads.ts';
import { makeSite } from '../make-site.ts';
import { nameOf, occurrencesOfKey } from '../occurrences-of-key.ts';
import type { Session } from '../session.ts';
import { saysOther } from './about-other.ts';
import type { Around } from './around.ts';
import { aroundOf, callbackOf, checks, groupAround, statementsIn, testsWithin, titleOf } from './around.ts';
import type { Given } from './given-value.ts';
import { givenBy } from './given-value.ts';
import { callsOfHelper } from './helper-calls.ts';
import type { MockGives } from './mock-parts.ts';
import type { Setter } from './setter-of.ts';
import { setterOf, setterOfProperty } from './setter-of.ts';
import { tableOf } from './table-of.ts';

export interface TestContext extends Context<CompiledShape> {
  /** The functions that the user's patterns call: what asks for flags. */
  readonly words: ReadonlySet<string>;
}

/** A place in a test that gives the flag a value. */
export interface SetUp {
  /** The expression that gives the key, or the name of the property. */
  readonly key: Node;
  readonly setter: Setter;
  readonly around: Around;
  readonly facts: SetUpFacts;
}

/** The names that stand for the key somewhere in the workspace: of constants, members of enums, entries of tables of keys. */
export function namesOfKey(session: Session, spellings: readonly string[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const path of session.search(spellings).filter(isCode)) {
    const file = session.parse(path);
    for (const one of file ? occurrencesOfKey(file, spellings) : []) {
      if (one.kind === 'constant') names.add(nameOf(one.declarator.id));
      if (one.kind === 'named-entry') names.add(one.name);
    }
  }
  names.delete('');
  return names;
}

/** The set-ups of the flag in the present text of a file, in their order. */
export function setUpsIn(session: Session, path: string, context: TestContext): readonly SetUp[] {
  const file = session.parse(path);
  if (!file) return [];
  const { spellings, names, sets } = context;
  const found: SetUp[] = [];
  const isKey = (node: Node) => spellings.includes(String(constantOf(session, file, node)?.value ?? ''));
  walk(file.tree.program, (node) => {
    const isText = node.type === 'StringLiteral' && spellings.includes(node.value);
    const isName =
      (node.type === 'Identifier' && names.has(node.name)) ||
      (node.type === 'MemberExpression' && names.has(nameOf(node.property)));
    const isProperty = isText || (node.type === 'Identifier' && spellings.includes(node.name));
    const setter =
      (isText || (isName && isKey(node)) ? setterOf(session, file, node, sets) : undefined) ??
      (isProperty ? setterOfProperty(session, file, node) : undefined);
    if (setter) found.push(describe(session, file, node, setter, context.flag));
  });
  return covered(session, file, context.flag, found);
}

function covered(session: Session, file: SourceFile, flag: SettledFlag, found: readonly SetUp[]): readonly SetUp[] {
  return found.map((one) => ({ ...one, facts: { ...one.facts, covers: coversOf(session, file, flag, one, found) } }));
}

/** What the mock of a reader gives, where the code that is tested asked it for this flag alone. */
export function setUpsOfMock(
  session: Session,
  file: SourceFile,
  flag: SettledFlag,
  gives: readonly MockGives[],
): readonly SetUp[] {
  const found = gives.flatMap(({ call, value, once }) => {
    const given = givenBy(session, file, value);
    // `{ new: true }` names the flag itself.
    if (given.kind === 'unknown') return [];
    const ordered: Given = { kind: 'ordered', ...(given.kind === 'value' && { value: given.value }) };
    return describe(session, file, value, { kind: 'mock', node: call, gives: once ? ordered : given }, flag);
  });
  return covered(session, file, flag, found);
}

function describe(session: Session, file: SourceFile, key: Node, setter: Setter, flag: SettledFlag): SetUp {
  const around = aroundOf(file, key);
  const { isPure } = makeSite(session, file);
  const titles = [around.kind === 'test' ? titleOf(around.call) : undefined, titleAround(file, key)];
  const facts: SetUpFacts = {
    gives: givesOf(session, file, setter.gives, around, flag),
    pure:
      setter.kind === 'entry' ||
      setter.kind === 'mock' ||
      // Of a function that answers for all flags one answer cannot be taken.
      (setter.kind === 'call' && setter.others.every((one) => isPure(one)) && isUnused(file, setter.node)),
    counted: false,
    covers: 'shared',
    both: titles.some((title) => title !== undefined && holdsForBoth(title)),
  };
  return { key, setter, around, facts };
}

function titleAround(file: SourceFile, key: Node): string | undefined {
  const group = groupAround(file, key);
  return group && titleOf(group);
}

function givesOf(
  session: Session,
  file: SourceFile,
  gives: Given,
  around: Around,
  { value }: SettledFlag,
): SetUpFacts['gives'] {
  switch (gives.kind) {
    case 'value':
      return isSettledValue(gives.value, value) ? 'settled' : 'other';
    case 'parameter': {
      const calls = around.kind === 'helper' ? callsOfHelper(session, file, around.node, gives.name) : undefined;
      const { rows = [] } = tableOf(session, file, gives.name) ?? {};
      if (rows.length > 0 && rows.every((row) => row.value && isSettledValue(row.value.value, value))) return 'settled';
      const all = calls && calls.length > 0 && calls.every(({ given }) => given && isSettledValue(given.value, value));
      return all ? 'settled' : 'unknown';
    }
    case 'ordered':
    case 'unknown':
      return gives.kind;
    default:
      return gives satisfies never;
  }
}

/** A statement of its own, also behind `await`, or one of the handlers of `server.use(…)`. */
function isUnused(file: SourceFile, call: Node): boolean {
  const parent = parentsOf(file).parent(call);
  if (parent?.type === 'AwaitExpression') return isUnused(file, parent);
  return parent?.type === 'ExpressionStatement';
}

/** What runs under the set-up and nothing else does. */
function coversOf(
  session: Session,
  file: SourceFile,
  flag: SettledFlag,
  { around, key, setter }: SetUp,
  all: readonly SetUp[],
): SetUpFacts['covers'] {
  const isMixedWithin = ({ start, end }: Node) =>
    all.some(
      (one) => one.key !== key && one.key.start! >= start! && one.key.end! <= end! && one.facts.gives !== 'other',
    ) ||
    // A set-up of the settled value that is removed already has been there, too.
    session.touching(file.path, start!, end!).some((one) => one.startsWith(`test ${flag.key} set-up `));
  switch (around.kind) {
    case 'test':
      return isMixedWithin(around.call) || isCheckedBefore(file, callbackOf(around.call), setter.node)
        ? 'part'
        : 'test';
    case 'hook': {
      const { hook, group } = around;
      // What a hook does beside it is the background of tests that are about something else.
      if (!group || !isAboutOff(titleOf(group))) return 'background';
      if (isMixedWithin(group) || testsWithin(group).length === 0) return 'shared';
      const isSole = statementsIn(callbackOf(hook)).length === 1;
      return isSole || saysOther(titleOf(group)!, flag, setsOthers(setter)) ? 'group' : 'shared';
    }
    case 'helper':
      return 'background';
    case 'none':
      // A fixture of the file: `const flags = { new: false }`.
      return setter.kind === 'call' ? 'shared' : 'background';
    default:
      return around satisfies never;
  }
}

/** Whether what sets the flag sets others with it. */
export function setsOthers(setter: Setter): boolean {
  return setter.kind === 'entry' && setter.list.length > 1;
}

/** Whether a group says by its title that it is about the flag, or about something being off. */
function isAboutOff(title: string | undefined): boolean {
  return /\b(?:off|disabled?|without|inactive|false|not (?:enabled|active|set)|legacy|old|flag|feature|toggle)\b/i.test(
    title ?? '',
  );
}

/** Whether the test checks something before the set-up, or sets the flag in a branch or a loop. */
function isCheckedBefore(file: SourceFile, callback: Node | undefined, place: Node): boolean {
  const lines = statementsIn(callback);
  const at = lines.findIndex((line) => line.start! <= place.start! && place.end! <= line.end!);
  if (at < 0) return true;
  return (
    lines.slice(0, at).some((line) => checks(file, line)) || /^(?:If|For|While|Do|Switch|Try)/.test(lines[at]!.type)
  );
}
