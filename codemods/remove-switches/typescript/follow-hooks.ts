import type { CallExpression, Node } from '@babel/types';
import type { Constant } from '@ffsd/fold';
import type { SourceFile } from '@ffsd/typescript';
import { importsOf, isPure, parentsOf, parsedFile, scopesOf, walk } from '@ffsd/typescript';
import { flagBehind } from '../flag-behind.ts';
import type { FlowKind } from '../fold-result.ts';
import type { Follower } from '../follow-all.ts';
import type { SettledFlag } from '../language.ts';
import type { PlannedRead } from '../planned-read.ts';
import { checkedPlan } from './checked-plan.ts';
import { constantHere } from './constant-here.ts';
import { foldEverywhere } from './fold-everywhere.ts';
import { formerUsers } from './former-writers.ts';
import { isFunctionNode } from './function-at.ts';
import { heldIn } from './held-in.ts';
import { isRune } from './may-drop-call.ts';
import { outward } from './member-read.ts';
import { planUses, planValue } from './plan-value.ts';
import { isReactCall } from './react.ts';
import { constantResult, onlyComputes, resultsOf } from './result-of.ts';
import type { Session } from './session.ts';

/** `useMemo(() => true, [])`, `useSelector(() => true)`, a state that is never set: calls that give what they are given. */
export const followHooks: Follower<Session> = (session, path, flags) => {
  let any = false;
  const done = new Set<number>();
  for (;;) {
    const file = parsedFile(session, path);
    const originOf = ({ call }: Held) => session.originOf(path, call.start! + 1);
    const next = file && heldCalls(session, file).find((one) => !done.has(originOf(one)));
    if (!file || !next) return any;
    done.add(originOf(next));
    any = followOne(session, file, next, flags) || any;
  }
};

interface Held {
  readonly call: CallExpression;
  /** What gives the value: the first argument. */
  readonly given: Node;
  readonly value: Constant;
  readonly kind: 'memo' | 'selector' | 'state' | 'ref' | 'computed' | 'cell' | 'rune' | 'filter';
  readonly doubts: readonly string[];
}

/** Calls whose argument is constant and in which a draft had a hand. */
function heldCalls(session: Session, file: SourceFile): readonly Held[] {
  const found: Held[] = [];
  walk(file.tree.program, (call) => {
    if (call.type !== 'CallExpression') return;
    const kind = kindOf(file, call);
    const given = kind && (kind.kind === 'selector' ? call.arguments.at(-1) : call.arguments[0]);
    const known = given && givenValue(session, file, given, kind.kind);
    if (!kind || !given || !known) return;
    if (session.touching(file.path, given.start!, given.end!).length > 0)
      found.push({ ...kind, call, given, ...known });
  });
  return found;
}

function kindOf(file: SourceFile, call: CallExpression): Pick<Held, 'kind' | 'doubts'> | undefined {
  const plain = { doubts: [] };
  if (isReactCall(file, call, ['useMemo'])) return { kind: 'memo', ...plain };
  if (isReactCall(file, call, ['useState'])) return { kind: 'state', ...plain };
  if (isReactCall(file, call, ['useRef'])) return { kind: 'ref', ...plain };
  const { callee } = call;
  if (isRune(file, callee)) return { kind: 'rune', ...plain };
  if (callee.type === 'MemberExpression') {
    const isFilter = !callee.computed && callee.property.type === 'Identifier' && callee.property.name === 'filter';
    return isFilter ? { kind: 'filter', ...plain } : undefined;
  }
  if (callee.type !== 'Identifier') return undefined;
  const module = moduleOf(file, callee);
  // Some tools import for a component what it does not import itself.
  if (module === 'vue' || (file.component?.dialect === 'vue' && !scopesOf(file).bindingOf(callee))) {
    if (callee.name === 'computed') return { kind: 'computed', ...plain };
    if (callee.name === 'ref' || callee.name === 'shallowRef') return { kind: 'cell', ...plain };
  }
  if (callee.name === 'useSelector' && module === 'react-redux') return { kind: 'selector', ...plain };
  // By its name it gives what the function makes of the store.
  if (/^use\w*(?:Store|Selector)$/.test(callee.name)) {
    return { kind: 'selector', doubts: [`${callee.name} gives what the function gives that it is called with`] };
  }
  return undefined;
}

function moduleOf(file: SourceFile, identifier: Node): string | undefined {
  const declaration = scopesOf(file).bindingOf(identifier)?.declarations[0];
  return importsOf(file).find(({ names }) => names.some(({ local }) => local !== undefined && local === declaration))
    ?.specifier;
}

/** The value itself, or that of a function that only computes it. */
function givenValue(
  session: Session,
  file: SourceFile,
  given: Node,
  kind: Held['kind'],
): { readonly value: Constant } | undefined {
  if (isFunctionNode(given)) {
    if (kind === 'ref' || kind === 'cell' || given.async || given.generator || !onlyComputes(file, given))
      return undefined;
    const known = constantResult(file, given);
    return known && resultsOf(given).returned.some((one) => constantHere(session, file, one)) ? known : undefined;
  }
  return kind === 'state' || kind === 'ref' || kind === 'cell' || kind === 'rune'
    ? constantHere(session, file, given)
    : undefined;
}

function followOne(session: Session, file: SourceFile, held: Held, flags: readonly SettledFlag[]): boolean {
  const { path } = file;
  const { call, given, value, kind, doubts } = held;
  const names = namesHeldBy(file, call);
  const grounds = [
    ...session.touching(path, given.start!, given.end!),
    ...names.flatMap(({ start }) => formerUsers(session, file, start!)),
  ];
  const flag = flagBehind(session, flags, grounds);
  if (!flag) return false;
  const line = session.lineOf(path, call.start!);
  const returned = isFunctionNode(given) ? resultsOf(given).returned : [given];
  const code: FlowKind = isFunctionNode(given) ? 'returned-value' : 'passed-value';
  return foldEverywhere(session, flag, {
    known: {
      name: nameOf(file, held, names[0]),
      value,
      because: becauseOf[kind],
      place: { path, line },
      grounds,
    },
    path,
    anchor: call.start!,
    uses(anchor) {
      const present = parsedFile(session, path);
      const now = present && heldCalls(session, present).find((one) => one.call.start === anchor);
      if (!present || !now) return [];
      return usesOf(session, present, now).map(({ node, plan }) => ({ file: present, node, plan }));
    },
    doubts,
    left: undefined,
    flow: { path, code, lines: returned.map(({ start }) => session.lineOf(path, start!)) },
  });
}

const becauseOf: Readonly<Record<Held['kind'], string>> = {
  memo: 'the function that it remembers the result of always gives it',
  selector: 'the function that it is called with always gives it',
  state: 'it begins as this value and nothing sets it',
  ref: 'it begins as this value and nothing sets it',
  computed: 'the function that it is computed by always gives it',
  cell: 'it begins as this value and nothing sets it',
  rune: 'it begins as this value and nothing sets it',
  filter: 'the function that it asks lets everything through',
};

function nameOf(file: SourceFile, { call, kind }: Held, local: Node | undefined): string {
  const callee = file.text.slice(call.callee.start!, call.callee.end!);
  const name = local ? file.text.slice(local.start!, local.end!).replace(/:.*/s, '') : callee;
  switch (kind) {
    case 'memo':
    case 'selector':
      return `${callee}()`;
    case 'state':
    case 'rune':
      return name;
    case 'ref':
      return `${name}.current`;
    case 'computed':
    case 'cell':
      return `${name}.value`;
    case 'filter':
      return 'what filter() asks';
    default:
      return kind satisfies never;
  }
}

/** The names of the pattern that takes the result. */
function namesHeldBy(file: SourceFile, call: Node): readonly Node[] {
  const use = outward(parentsOf(file), call);
  if (use?.type !== 'VariableDeclarator') return [];
  if (use.id.type === 'Identifier') return [use.id];
  if (use.id.type !== 'ArrayPattern') return [];
  return use.id.elements.filter((element) => element?.type === 'Identifier') as Node[];
}

interface Use {
  readonly node: Node;
  plan(): PlannedRead;
}

function usesOf(session: Session, file: SourceFile, { call, kind, value }: Held): readonly Use[] {
  const wholly = (node: Node): Use => ({ node, plan: () => planValue(session, file, { node, value }) });
  switch (kind) {
    case 'memo':
    case 'selector':
      return call.arguments.every((one) => isPure(one as never, file)) ? [wholly(call)] : [];
    case 'ref':
      return (heldIn(file, call, ['current'])?.values ?? []).map(wholly);
    case 'computed':
    case 'cell':
      return (heldIn(file, call, ['value'])?.values ?? []).map(wholly);
    case 'state': {
      const state = neverSet(file, call);
      const isUsed = state && (scopesOf(file).bindingOf(state)?.references.length ?? 0) > 0;
      return state && isUsed ? [{ node: state, plan: () => planUses(session, file, state, value) }] : [];
    }
    case 'rune': {
      const local = namesHeldBy(file, call)[0];
      const isUsed = local && (scopesOf(file).bindingOf(local)?.references.length ?? 0) > 0;
      return local && isUsed ? [{ node: local, plan: () => planUses(session, file, local, value) }] : [];
    }
    case 'filter':
      return value === true && isReadAsArray(file, call) ? [{ node: call, plan: () => withoutFilter(file, call) }] : [];
    default:
      return kind satisfies never;
  }
}

/** The first name of `const [on, setOn] = useState(true)`, when the second is used nowhere. */
function neverSet(file: SourceFile, call: Node): Node | undefined {
  const use = outward(parentsOf(file), call);
  if (use?.type !== 'VariableDeclarator' || use.id.type !== 'ArrayPattern') return undefined;
  const [state, setter] = use.id.elements;
  if (state?.type !== 'Identifier' || use.id.elements.length > 2) return undefined;
  if (!setter) return state;
  const binding = setter.type === 'Identifier' ? scopesOf(file).bindingOf(setter) : undefined;
  return binding && !binding.exported && binding.references.length === 0 ? state : undefined;
}

const reading = new Set(
  'map flatMap forEach some every find findIndex filter reduce join includes indexOf slice concat'.split(' '),
);

/** `rows.filter(() => true).map(row)`: the copy that the filter makes is read and thrown away. */
function isReadAsArray(file: SourceFile, call: CallExpression): boolean {
  const parents = parentsOf(file);
  const member = parents.parent(call);
  if (call.arguments.length !== 1 || member?.type !== 'MemberExpression' || member.object !== call || member.computed)
    return false;
  const outer = parents.parent(member);
  return (
    outer?.type === 'CallExpression' &&
    outer.callee === member &&
    member.property.type === 'Identifier' &&
    reading.has(member.property.name)
  );
}

function withoutFilter(file: SourceFile, { callee, end }: CallExpression): PlannedRead {
  const receiver = (callee as Node & { type: 'MemberExpression' }).object;
  const edits = [{ start: receiver.end!, end: end!, text: '' }];
  return checkedPlan(file, { kind: 'edits', edits, births: [], flows: [], assumptions: [] });
}
