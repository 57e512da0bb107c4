import type { Constant } from '@ffsd/fold';
import type { AnyNode, BaseExpression, ClassPlace, SourceFile } from '@ffsd/python';
import { dottedName, findAll, isBound, isPure, parsedFile, receiverOf } from '@ffsd/python';
import { draftsOver } from '../drafts-over.ts';
import { flagBehind } from '../flag-behind.ts';
import type { KnownValue, UsePlace } from '../fold-known-uses.ts';
import type { SettledFlag } from '../language.ts';
import { settleFlow } from '../settle-flow.ts';
import { isTestPath } from '../test-path.ts';
import { classAround } from './callee.ts';
import type { ClassFamily } from './class-family.ts';
import { familyOf } from './class-family.ts';
import { foldEverywhere } from './fold-everywhere.ts';
import { goesOn } from './goes-on.ts';
import { changedNodes, inOrder, touchedNodes } from './grounds.ts';
import { isDistinctive } from './is-distinctive.ts';
import { isPublished } from './is-published.ts';
import { isSameConstant } from './literal-of.ts';
import type { MemberUse } from './member-uses.ts';
import { memberUses } from './member-uses.ts';
import type { MemberValue, MemberValues } from './member-values.ts';
import { isProperty, memberValues } from './member-values.ts';
import { planValue } from './plan-value.ts';
import { removal } from './remove-statement.ts';
import type { Session } from './session.ts';
import { makeSite } from './site.ts';
import type { TestPlace } from './tests/clear-test.ts';
import { clearTest, saysOf } from './tests/clear-test.ts';

/**
 * Folds the reads of attributes and properties that always have one value since the changes so far: every place that gives them a
 * value, in a class or to an object, gives the same constant.
 */
export function followAttributes(session: Session, path: string, flags: readonly SettledFlag[]): boolean {
  return attributesIn(session, path).some((one) => followAttribute(session, one, flags));
}

interface Attribute {
  readonly owner: ClassPlace;
  readonly name: string;
}

/** The attributes that a changed or removed statement of the file gives a value. */
function attributesIn(session: Session, path: string): readonly Attribute[] {
  const found = new Map<string, Attribute>();
  const add = (owner: ClassPlace | undefined, name: string) => {
    if (owner) found.set(`${owner.path} ${owner.node.start} ${name}`, { owner, name });
  };
  const file = parsedFile(session, path);
  if (file) {
    for (const node of touchedNodes(session, file, 'Assign')) {
      for (const { target } of node.targets) add(ownerOf(session, file, target), nameOf(target));
    }
    for (const node of touchedNodes(session, file, 'AnnAssign')) {
      add(ownerOf(session, file, node.target), nameOf(node.target));
    }
    for (const node of touchedNodes(session, file, 'FunctionDef')) {
      const owner = classAround(node);
      if (owner && isProperty(node)) add({ path, node: owner }, node.name.value);
    }
  }
  const original = parsedFile(session.base, path);
  for (const node of original ? changedNodes(session, original, 'Assign') : []) {
    for (const { target } of node.targets) {
      const owner = ownerOf(session.base, original!, target);
      if (owner) add(asItIs(session, owner), nameOf(target));
    }
  }
  return [...found.values()];
}

function nameOf(target: AnyNode): string {
  return target.type === 'Attribute' ? target.attr.value : target.type === 'Name' ? target.value : '';
}

/** The class of which the target of an assignment is a member. */
function ownerOf(workspace: Session | Session['base'], file: SourceFile, target: AnyNode): ClassPlace | undefined {
  if (target.type === 'Attribute') {
    const receiver = receiverOf(workspace, file, target.value);
    return receiver.kind === 'object' && receiver.of.length === 1 ? receiver.of[0] : undefined;
  }
  if (target.type !== 'Name') return undefined;
  let statement: AnyNode | null = target;
  while (statement && statement.type !== 'SimpleStatementLine') statement = statement.parent;
  const node = statement && classAround(statement);
  return node ? { path: file.path, node } : undefined;
}

function asItIs(session: Session, { path, node }: ClassPlace): ClassPlace | undefined {
  return nowOf(session, { path, offset: node.name.start });
}

function asItWas(session: Session, { path, node }: ClassPlace): ClassPlace | undefined {
  const file = parsedFile(session.base, path);
  const offset = session.originOf(path, node.name.start);
  const found = file && findAll(file.tree, 'ClassDef').find(({ name }) => name.start === offset);
  return found && { path, node: found };
}

function followAttribute(session: Session, { owner, name }: Attribute, flags: readonly SettledFlag[]): boolean {
  const family = familyOf(session, owner);
  const given = memberValues(session, family, name);
  const product = given.values.filter(({ path }) => !isTestPath(path));
  const wanted = product.find(({ value }) => value !== undefined)?.value;
  if (wanted === undefined) return false;
  const then = asItWas(session, owner);
  const familyThen = then && familyOf(session.base, then);
  if (!familyThen || !isNew(memberValues(session.base, familyThen, name), wanted)) return false;
  const uses = memberUses(session, family, name);
  const grounds = groundsOf(session, familyThen, name, given.values);
  const flag = flagBehind(session, flags, grounds);
  if (!flag || !goesOn(wanted, flag)) return false;
  const shown = `${owner.node.name.value}.${name}`;
  const isOffered = !name.startsWith('_') && isPublished(session, owner.path, owner.node.name.value);
  const { because, tests } = whyNot(session, given, { shown, name, wanted }, isOffered);
  const flows = product.filter(({ value }) => value !== undefined);
  const lines = flows.map(({ path, offset }) => ({ path, lines: [session.lineOf(path, offset)] }));
  const tell = (reason: string) => {
    for (const place of lines) {
      settleFlow(session, { ...place, code: 'stored-value' }, reason);
      settleFlow(session, { ...place, code: 'returned-value' }, reason);
    }
  };
  if (because !== undefined) {
    const carrier = { shown, wanted, flag, grounds };
    const places = given.values.flatMap((one) => testPlace(session, one) ?? []);
    if (tests?.some((test) => clearTest(session, carrier, test, places))) return true;
    tell(because);
    return false;
  }
  const [first] = flows;
  const known: KnownValue = {
    name: shown,
    value: wanted,
    because:
      flows.length === 1
        ? 'the only place that gives it a value gives that'
        : `all ${flows.length} places that give it a value give that`,
    place: { path: first!.path, line: session.lineOf(first!.path, first!.offset) },
    grounds,
  };
  const origin: ClassOrigin = { path: owner.path, offset: session.originOf(owner.path, owner.node.name.start) };
  const isClosed = isDistinctive(name) && !uses.some(({ kind, meant }) => meant === 'other' && kind !== 'read');
  const paths = uses.map((use) => use.path);
  const { folded, left } = foldEverywhere(session, flag, paths, known, (path) =>
    readsIn(session, origin, name, path, known, { isClosed, doubts: given.doubts }),
  );
  if (left > 0) return folded > 0;
  const open = isClosed
    ? undefined
    : uses.find(({ kind, meant, path }) => kind === 'read' && meant === 'unknown' && !isTestPath(path));
  if (open) {
    tell(
      `${shown} always has the constant, but nobody knows whether it is meant at ${open.path}:${session.lineOf(open.path, open.offset)}`,
    );
  } else {
    for (const place of lines) {
      settleFlow(session, { ...place, code: 'stored-value', names: [name] }, undefined);
      settleFlow(session, { ...place, code: 'returned-value' }, undefined);
    }
  }
  return folded > 0;
}

/** Whether it was not known before the first change that the member has the value. */
function isNew({ values, open }: MemberValues, wanted: Constant): boolean {
  return (
    open.length > 0 ||
    values.some(({ path, value }) => !isTestPath(path) && (value === undefined || !isSameConstant(value, wanted)))
  );
}

/** The drafts that changed or removed what gives the member a value, or what might have. */
function groundsOf(
  session: Session,
  then: ClassFamily,
  name: string,
  values: readonly MemberValue[],
): readonly string[] {
  const keys = new Set<string>();
  for (const { path, kind, meant, offset, node } of memberUses(session.base, then, name)) {
    if (meant === 'other' || kind === 'read' || kind === 'call') continue;
    for (const key of draftsOver(session, path, offset, wholeOf(node)?.end ?? offset)) keys.add(key);
  }
  for (const { path, start, end } of values) for (const key of session.touching(path, start, end)) keys.add(key);
  return inOrder(session, keys);
}

/** The statement or definition around what names the member. */
function wholeOf(node: AnyNode | undefined): AnyNode | undefined {
  for (let at = node; at; at = at.parent ?? undefined) {
    if (at.parent?.type === 'SimpleStatementLine' || at.type === 'FunctionDef') return at;
  }
  return node;
}

/** Why the member is not followed, and the places of tests that alone speak against it. */
interface Hindered {
  readonly because: string | undefined;
  readonly tests?: readonly TestPlace[];
}

function whyNot(
  session: Session,
  { values, open }: MemberValues,
  { shown, name, wanted }: { readonly shown: string; readonly name: string; readonly wanted: Constant },
  isOffered: boolean,
): Hindered {
  const at = (path: string, offset: number) => `${path}:${session.lineOf(path, offset)}`;
  if (isOffered) return { because: `${shown} is seen outside: its class is offered by its package` };
  if (open.length > 0) return { because: `${shown} ${open[0]}` };
  const others = values.filter(({ value }) => value === undefined || !isSameConstant(value, wanted));
  const other = others.find(({ path }) => !isTestPath(path));
  if (other) return { because: `${shown} ${other.because} to something else at ${at(other.path, other.start)}` };
  const against = others.filter((one) => {
    const place = testPlace(session, one);
    return !place || !(one.isOwn || isDistinctive(name)) || saysOf(session, place, { wanted }) === 'other';
  });
  const [test] = against;
  if (!test) return { because: undefined };
  const places = against.map((one) => (one.isOwn || isDistinctive(name) ? testPlace(session, one) : undefined));
  const because = `${shown} has the constant but for a test (${at(test.path, test.start)})`;
  return { because, tests: places.includes(undefined) ? [] : (places as TestPlace[]) };
}

/** A place of a test that gives the member a value; undefined for others. */
function testPlace(session: Session, { path, site }: MemberValue): TestPlace | undefined {
  const file = isTestPath(path) && site ? parsedFile(session, path) : undefined;
  if (!file || !site) return undefined;
  const { node, value } = site;
  const isStatement = node.type === 'Assign' || node.type === 'AnnAssign';
  return { path, value, node, removal: isStatement ? () => removal(makeSite(session, file), node) : undefined };
}

/** The reads of the member in the present text of a file. */
function readsIn(
  session: Session,
  origin: ClassOrigin,
  name: string,
  path: string,
  { value }: KnownValue,
  { isClosed, doubts }: { readonly isClosed: boolean; readonly doubts: readonly string[] },
): readonly UsePlace[] {
  const owner = nowOf(session, origin);
  if (!owner) return [];
  return memberUses(session, familyOf(session, owner), name)
    .filter((use) => use.path === path && use.kind === 'read' && isExpression(use.node))
    .filter(({ meant }) => meant === 'own' || (meant === 'unknown' && isClosed))
    .map((use) => placeOf(session, use, value, owner, doubts));
}

/** Where the name of a class stands in the text before the first change. */
interface ClassOrigin {
  readonly path: string;
  readonly offset: number;
}

function nowOf(session: Session, { path, offset }: ClassOrigin): ClassPlace | undefined {
  const file = parsedFile(session, path);
  const node = file && findAll(file.tree, 'ClassDef').find(({ name }) => session.originOf(path, name.start) === offset);
  return node && { path, node };
}

function isExpression(node: AnyNode | undefined): boolean {
  return node?.type === 'Attribute' || node?.type === 'Name';
}

function placeOf(
  session: Session,
  { node, file, meant, offset }: MemberUse,
  value: Constant,
  owner: ClassPlace,
  doubts: readonly string[],
): UsePlace {
  const access = node as BaseExpression;
  const code = file!.text.slice(access.start, access.end);
  return {
    offset,
    code,
    plan() {
      if (isGuarded(access)) {
        return { kind: 'kept', code: 'stored-value', because: `an AttributeError is caught around ${code}` };
      }
      if (access.type === 'Name' && !isBound(access, file!)) {
        return { kind: 'kept', code: 'read-early', because: `${code} may be read before it has its value` };
      }
      const receiver = access.type === 'Attribute' ? access.value : undefined;
      const effects = !receiver || isPure(receiver, file!, 'members') ? [] : [receiver];
      const planned = planValue(session, file!, { node: access, value, effects });
      if (planned.kind === 'kept') return planned;
      const text = receiver && file!.text.slice(receiver.start, receiver.end);
      const unknown = meant === 'own' || !text ? [] : [`${text} is a ${owner.node.name.value}`];
      return { ...planned, assumptions: [...planned.assumptions, ...unknown, ...doubts] };
    },
  };
}

/** Code that finds out whether there is such an attribute. */
function isGuarded(node: AnyNode): boolean {
  for (let at: AnyNode = node; at.parent; at = at.parent) {
    if (at.parent.type !== 'Try' || at.parent.body !== at) continue;
    const caught = at.parent.handlers.map(({ type_ }) => (type_ ? dottedName(type_) : 'all'));
    if (caught.includes('AttributeError')) return true;
  }
  return false;
}
