import type { Constant } from '@ffsd/fold';
import type { AnyNode, BaseExpression, Call, FunctionDef, Lambda, Name, SourceFile } from '@ffsd/python';
import { findAll, isPure, parsedFile, placementOf } from '@ffsd/python';
import { draftsOver } from '../drafts-over.ts';
import { flagBehind } from '../flag-behind.ts';
import type { KnownValue, UsePlace } from '../fold-known-uses.ts';
import type { SettledFlag } from '../language.ts';
import { settleFlow } from '../settle-flow.ts';
import { isTestPath } from '../test-path.ts';
import type { Callee } from './callee.ts';
import { calleeAt, nameOfCallee } from './callee.ts';
import type { CallPlace, Calls, Hindrance } from './calls-of.ts';
import { addNameUses, callsOf } from './calls-of.ts';
import { familyOf } from './class-family.ts';
import { constantResult } from './constant-result.ts';
import { foldEverywhere } from './fold-everywhere.ts';
import { goesOn } from './goes-on.ts';
import { inOrder, touchedNodes } from './grounds.ts';
import { isDistinctive } from './is-distinctive.ts';
import { isPatchedWith } from './is-patched-with.ts';
import { isPublished } from './is-published.ts';
import { isSameConstant, literalOf } from './literal-of.ts';
import { memberUses } from './member-uses.ts';
import { isProperty } from './member-values.ts';
import { planValue } from './plan-value.ts';
import { remembered } from './remembered.ts';
import type { Session } from './session.ts';

/** Folds the calls of functions, methods and lambdas that always return one constant since the changes so far, and do nothing else. */
export function followResults(session: Session, path: string, flags: readonly SettledFlag[]): boolean {
  const file = isTestPath(path) ? undefined : parsedFile(session, path);
  return file !== undefined && givingIn(session, file).some((one) => followResult(session, one, flags));
}

/** A function that always gives one constant. */
interface Giving {
  readonly file: SourceFile;
  readonly name: Name;
  readonly node: FunctionDef | Lambda;
  readonly callee: Callee | undefined;
  readonly value: Constant;
  /** Where it is returned. */
  readonly places: readonly AnyNode[];
}

function givingIn(session: Session, file: SourceFile): readonly Giving[] {
  const functions = touchedNodes(session, file, 'FunctionDef').flatMap((node) => givingOf(file, node) ?? []);
  const lambdas = touchedNodes(session, file, 'Lambda').flatMap((node) => givingOf(file, node) ?? []);
  return [...functions, ...lambdas];
}

function givingOf(file: SourceFile, node: FunctionDef | Lambda): Giving | undefined {
  if (node.type === 'FunctionDef') {
    const result = isProperty(node) ? undefined : constantResult(file, node);
    if (!result) return undefined;
    const { value, places } = result;
    return { file, name: node.name, node, callee: calleeAt(file.path, node), value, places };
  }
  // `is_new = lambda: True`
  const statement = node.parent;
  const [target, ...more] = statement?.type === 'Assign' && statement.value === node ? statement.targets : [];
  const known = literalOf(node.body);
  const name = target?.target;
  if (!known || name?.type !== 'Name' || more.length > 0) return undefined;
  const { conditional, inClass } = placementOf(name);
  if (conditional || inClass) return undefined;
  return { file, name, node, callee: undefined, value: known.value, places: [node.body] };
}

function followResult(session: Session, giving: Giving, flags: readonly SettledFlag[]): boolean {
  const { file, name, callee, value, places } = giving;
  const { path } = file;
  const then = givingBefore(session, giving);
  const calls = usesOf(session, giving);
  if (!then || !isNew(session, then, giving)) return false;
  const grounds = groundsOf(session, then, giving);
  const flag = flagBehind(session, flags, grounds);
  if (!flag || !goesOn(value, flag)) return false;
  const shown = callee ? nameOfCallee(callee) : `${name.value}()`;
  const lines = places.map((place) => session.lineOf(path, place.start));
  const tell = (because: string | undefined) => settleFlow(session, { path, lines, code: 'returned-value' }, because);
  const because = whyNot(session, giving, calls, shown);
  if (because !== undefined) {
    tell(because);
    return false;
  }
  const known: KnownValue = {
    name: shown,
    value,
    because: places.length === 1 ? 'that is all it returns' : `all ${places.length} of its returns give that`,
    place: { path, line: lines[0]! },
    grounds,
  };
  const origin = session.originOf(path, name.start);
  const product = calls.calls.filter((place) => !isTestPath(place.path));
  const used = product.map((place) => place.path);
  const { folded, left } = foldEverywhere(session, flag, used, known, (at) => placesIn(session, path, origin, at));
  const now = presentOf(session, path, origin);
  const still = now && usesOf(session, now);
  const open = [...(still?.calls ?? []), ...(still?.hindrances ?? [])].find((one) => !isTestPath(one.path));
  if (product.length === 0 && !open) tell(`nothing here calls ${shown}`);
  else if (open) {
    const offset = 'call' in open ? open.call.start : open.offset;
    const what = 'call' in open ? 'may be called' : open.because;
    tell(`${shown} always gives the constant, and ${what} (${open.path}:${session.lineOf(open.path, offset)})`);
  } else if (left === 0) tell(undefined);
  return folded > 0;
}

/** All that is done with it. */
function usesOf(session: Session, { file, callee, name }: Giving): Calls {
  return callee ? callsOf(session, file, callee) : lambdaUses(session, file, name);
}

function lambdaUses(workspace: Session | Session['base'], file: SourceFile, name: Name): Calls {
  return remembered(workspace, `lambda ${file.path} ${name.start}`, () => {
    const calls: CallPlace[] = [];
    const hindrances: Hindrance[] = [];
    addNameUses(workspace, file, name, {
      addCall: (place) => calls.push(place),
      addHindrance: (hindrance) => hindrances.push(hindrance),
      addDoubt: () => {},
    });
    return { calls, hindrances, doubts: [] };
  });
}

/** The function as it was before the first change. */
interface GivingBefore {
  readonly file: SourceFile;
  readonly node: FunctionDef | Lambda;
  readonly name: Name;
}

function givingBefore(session: Session, { file: { path }, name }: Giving): GivingBefore | undefined {
  const file = parsedFile(session.base, path);
  const offset = session.originOf(path, name.start);
  for (const node of file ? findAll(file.tree, ['FunctionDef', 'Lambda']) : []) {
    const own = node.type === 'FunctionDef' ? node.name : node.type === 'Lambda' ? targetOf(node) : undefined;
    if (own?.start === offset && own.value === name.value) {
      return { file: file!, node: node as FunctionDef | Lambda, name: own };
    }
  }
  return undefined;
}

function targetOf({ parent }: Lambda): Name | undefined {
  const target = parent?.type === 'Assign' ? parent.targets[0]?.target : undefined;
  return target?.type === 'Name' ? target : undefined;
}

function presentOf(session: Session, path: string, origin: number): Giving | undefined {
  const file = parsedFile(session, path);
  for (const node of file ? findAll(file.tree, ['FunctionDef', 'Lambda']) : []) {
    const giving = givingOf(file!, node as FunctionDef | Lambda);
    if (giving && session.originOf(path, giving.name.start) === origin) return giving;
  }
  return undefined;
}

function usesBefore(session: Session, { file, node, name }: GivingBefore): Calls {
  return node.type === 'FunctionDef'
    ? callsOf(session.base, file, calleeAt(file.path, node))
    : lambdaUses(session.base, file, name);
}

/** Whether it was not known before the first change that the function gives the value. */
function isNew(session: Session, then: GivingBefore, { value }: Giving): boolean {
  const before = givingOf(then.file, then.node);
  return (
    !before ||
    !isSameConstant(before.value, value) ||
    usesBefore(session, then).hindrances.some((one) => changesResult(one) && !isTestPath(one.path))
  );
}

/** What may make a call give something else than the function returns. */
function changesResult({ kind }: Hindrance): boolean {
  return kind === 'write' || kind === 'decorator' || kind === 'override' || kind === 'string';
}

/** The drafts that wrote what the function returns, and those that removed what would have made its calls give something else. */
function groundsOf(session: Session, then: GivingBefore, { file: { path }, node }: Giving): readonly string[] {
  const keys = new Set([
    ...session.touching(path, node.start, node.end),
    ...draftsOver(session, path, then.node.start, then.node.end),
  ]);
  for (const one of usesBefore(session, then).hindrances) {
    if (!changesResult(one)) continue;
    for (const key of draftsOver(session, one.path, one.offset, one.offset)) keys.add(key);
  }
  return inOrder(session, keys);
}

function whyNot(
  session: Session,
  { file: { path }, name, callee, value }: Giving,
  { hindrances }: Calls,
  shown: string,
): string | undefined {
  const at = (one: { readonly path: string }, offset: number) => `${one.path}:${session.lineOf(one.path, offset)}`;
  const root = callee?.owner?.node.name.value ?? name.value;
  // What others inherit from, they may override.
  if (isPublished(session, path, root)) return `${root} is offered to the outside by its package`;
  const serious = hindrances.find((one) => !isTestPath(one.path) && changesResult(one));
  if (serious) return `${shown} ${serious.because} (${at(serious, serious.offset)})`;
  const [outside] = callee?.owner ? familyOf(session, callee.owner).outsideBelow : [];
  if (outside !== undefined) return `${shown} may be defined by ${outside}, too`;
  const test = hindrances.find((one) => changesResult(one) && !isPatchedWith(one, value));
  return test && `${shown} has the constant but for a test (${at(test, test.offset)})`;
}

/** The calls in the present text of a file. */
function placesIn(session: Session, path: string, origin: number, at: string): readonly UsePlace[] {
  const giving = presentOf(session, path, origin);
  if (!giving) return [];
  const isClosed = giving.callee?.kind === 'method' && isAlone(session, giving.callee);
  return usesOf(session, giving)
    .calls.filter((place) => place.path === at && (place.sure || isClosed))
    .flatMap((place) => placeOf(session, place, giving) ?? []);
}

/** Whether nothing else in the workspace defines a member of the name, and hardly anything outside does. */
function isAlone(session: Session, { owner, node }: Callee): boolean {
  const name = node.name.value;
  if (!owner || !isDistinctive(name)) return false;
  const uses = memberUses(session, familyOf(session, owner), name);
  return !uses.some(({ kind, meant }) => meant === 'other' && (kind === 'definition' || kind === 'write'));
}

function placeOf(
  session: Session,
  { file, call, sure }: CallPlace,
  { node, value, callee }: Giving,
): UsePlace | undefined {
  const isCoroutine = node.type === 'FunctionDef' && node.asynchronous !== null;
  const awaited = call.parent?.type === 'Await' ? call.parent : undefined;
  // What is not awaited on the spot is a coroutine, which may be awaited elsewhere.
  if (isCoroutine !== (awaited !== undefined)) return undefined;
  const whole: BaseExpression = awaited ?? call;
  return {
    offset: whole.start,
    code: file.text.slice(whole.start, whole.end),
    plan() {
      const effects = effectsOf(file, call);
      if (!effects) return { kind: 'kept', code: 'impure-argument', because: 'spread arguments may have an effect' };
      const planned = planValue(session, file, { node: whole, value, effects });
      if (planned.kind === 'kept' || sure) return planned;
      const receiver = call.func.type === 'Attribute' ? call.func.value : call.func;
      const doubt = `${file.text.slice(receiver.start, receiver.end)} is a ${callee?.owner?.node.name.value}`;
      return { ...planned, assumptions: [...planned.assumptions, doubt] };
    },
  };
}

/** What must still be evaluated: the object that a method is called on, and arguments. */
function effectsOf(file: SourceFile, { func, args }: Call): readonly AnyNode[] | undefined {
  if (args.some(({ star }) => star !== '')) return undefined;
  const receiver = func.type === 'Attribute' ? [func.value] : [];
  return [...receiver, ...args.map(({ value }) => value)].filter((one) => !isPure(one, file, 'members'));
}
