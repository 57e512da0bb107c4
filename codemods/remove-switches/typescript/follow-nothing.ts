import type { Node, Statement } from '@babel/types';
import type { SourceFile } from '@ffsd/typescript';
import { isPure, parentsOf, parsedFile, walk } from '@ffsd/typescript';
import { flagBehind } from '../flag-behind.ts';
import type { Follower } from '../follow-all.ts';
import type { KeptCode } from '../kept-code.ts';
import type { SettledFlag } from '../language.ts';
import type { PlannedRead } from '../planned-read.ts';
import type { Call } from './calls-of.ts';
import { callsOf } from './calls-of.ts';
import { checkedPlan } from './checked-plan.ts';
import { mayDropViews } from './droppable-view.ts';
import type { ValueUse } from './fold-everywhere.ts';
import { foldEverywhere } from './fold-everywhere.ts';
import { hindranceOf, nameOf } from './follow-results.ts';
import { formerWriters } from './former-writers.ts';
import type { FunctionNode } from './function-at.ts';
import { anchorOf, functionAt, isFunctionNode } from './function-at.ts';
import { makeSite } from './make-site.ts';
import { originOfName } from './origin-of-name.ts';
import { putView, shownChildren } from './put-view.ts';
import { removeStatement } from './remove-statement.ts';
import { removeFromJsx } from './replace-in-jsx.ts';
import { constantResult, onlyComputes, resultsOf } from './result-of.ts';
import type { Session } from './session.ts';
import type { FoldResult, Site } from './site.ts';
import { sourceOf } from './site.ts';

/** `function track() {}` and `const Banner = () => null`: calls and elements of what does nothing any more, and shows nothing. */
export const followNothing: Follower<Session> = (session, path, flags) => {
  let any = false;
  const done = new Set<number>();
  for (;;) {
    const file = parsedFile(session, path);
    const originOf = (fn: FunctionNode) => session.originOf(path, fn.start! + 1);
    const fn = file && candidatesIn(session, file).find((one) => !done.has(originOf(one)));
    if (!file || !fn) return any;
    done.add(originOf(fn));
    any = followOne(session, file, fn, flags) || any;
  }
};

/** Functions that do nothing since a draft had a hand in them. */
function candidatesIn(session: Session, file: SourceFile): readonly FunctionNode[] {
  const found: FunctionNode[] = [];
  const original = session.original(file.path);
  walk(file.tree.program, (node) => {
    if (!isFunctionNode(node) || node.generator || !doesNothing(file, node)) return;
    if (session.touching(file.path, node.start!, node.end!).length === 0) return;
    const before = original && functionAt(original, originOfName(session, file.path, anchorOf(file, node)));
    if (before && !doesNothing(original, before)) found.push(node);
  });
  return found;
}

/** It gives nothing, or what React shows nothing for, and has no effect. */
function doesNothing(file: SourceFile, fn: FunctionNode): boolean {
  const { returned } = resultsOf(fn);
  const known = constantResult(file, fn);
  const isNothing = returned.length === 0 || (known && (known.value === null || known.value === undefined));
  return Boolean(isNothing) && onlyComputes(file, fn);
}

function followOne(session: Session, file: SourceFile, fn: FunctionNode, flags: readonly SettledFlag[]): boolean {
  const { path } = file;
  const anchor = anchorOf(file, fn);
  const grounds = [...session.touching(path, fn.start!, fn.end!), ...formerWriters(session, file, anchor)];
  const flag = flagBehind(session, flags, grounds);
  const found = callsOf(session, path, anchor);
  const name = nameOf(file, fn);
  if (!flag || !found || name === undefined || hindranceOf(file, anchor)) return false;
  const isComponent = found.calls.some(({ kind }) => kind === 'element');
  return foldEverywhere(session, flag, {
    known: {
      name: isComponent ? `<${name} />` : `${name}()`,
      value: isComponent ? null : undefined,
      because: isComponent ? 'it shows nothing and does nothing' : 'it does nothing any more',
      place: { path, line: session.lineOf(path, fn.start!) },
      grounds,
    },
    path,
    anchor,
    uses: (at) => (callsOf(session, path, at)?.calls ?? []).flatMap((call) => useOf(session, call) ?? []),
    doubts: found.mocks.map(
      (where) => `the tests in ${where}, which put something else in the place of ${name}, still hold`,
    ),
    left: undefined,
    flow: { path, code: 'returned-value', lines: [] },
  });
}

function useOf(session: Session, { file, node, kind }: Call): ValueUse | undefined {
  if (kind === 'element') return { file, node, plan: () => planElement(session, file, node) };
  const statement = kind === 'call' ? statementOf(file, node) : undefined;
  return statement && { file, node, plan: () => planStatement(session, file, node, statement) };
}

/** `track();`, `await track();` and `void track();`: nobody sees the value. */
function statementOf(file: SourceFile, call: Node): Statement | undefined {
  const parents = parentsOf(file);
  let node = parents.parent(call);
  while (node?.type === 'AwaitExpression' || (node?.type === 'UnaryExpression' && node.operator === 'void'))
    node = parents.parent(node);
  return node?.type === 'ExpressionStatement' ? node : undefined;
}

function planStatement(session: Session, file: SourceFile, call: Node, statement: Statement): PlannedRead {
  const args = call.type === 'CallExpression' || call.type === 'OptionalCallExpression' ? call.arguments : [];
  if (!args.every((one) => isPure(one as never, file)))
    return kept('impure-argument', 'an argument of the call has an effect that would be lost');
  const site = makeSite(session, file);
  const result = removeStatement(site, statement);
  return result.kind === 'refused' ? kept(result.code, result.because) : planOf(file, result.edits, site.assumptions);
}

function planElement(session: Session, file: SourceFile, opening: Node): PlannedRead {
  const element = parentsOf(file).parent(opening);
  if (element?.type !== 'JSXElement' || !isShown(file, element))
    return kept('component-use', 'the element of a component that shows nothing is more than shown here');
  const site = makeSite(session, file);
  const given = element.openingElement.attributes.flatMap((one): readonly Node[] => {
    if (one.type === 'JSXSpreadAttribute') return [one.argument];
    return one.value ? [one.value] : [];
  });
  if (!mayDropViews(site, [...given, ...shownChildren(element)]))
    return kept('impure-argument', 'what the component is given has an effect that would be lost');
  const result = withCondition(site, element) ?? putView(site, element, { kind: 'nothing' });
  if (!result) return kept('component-use', 'nothing else can stand in the place of the component');
  return result.kind === 'refused' ? kept(result.code, result.because) : planOf(file, result.edits, site.assumptions);
}

/** `{seats > 1 && <Hint />}`: what only says whether to show it goes along. */
function withCondition(site: Site, element: Node): FoldResult | undefined {
  const condition = site.parents.parent(element);
  const container = condition && site.parents.parent(condition);
  if (condition?.type !== 'LogicalExpression' || condition.operator !== '&&') return undefined;
  if (container?.type !== 'JSXExpressionContainer' || !mayDropViews(site, [condition.left])) return undefined;
  const removed = removeFromJsx(site, container, null);
  if (removed && !site.isBoolean(condition.left))
    site.assume(`${sourceOf(site, condition.left)} is never 0, which would be shown`);
  return removed;
}

/** Whether all that is done with the element is to show it: `const banner = <Banner />` may be asked whether it is there. */
function isShown(file: SourceFile, element: Node): boolean {
  const parents = parentsOf(file);
  let node = element;
  for (;;) {
    const parent = parents.parent(node);
    switch (parent?.type) {
      case 'JSXElement':
      case 'JSXFragment':
        return true;
      case 'JSXExpressionContainer':
        return /^JSX(?:Element|Fragment)$/.test(parents.parent(parent)?.type ?? '');
      case 'ConditionalExpression':
        if (parent.test === node) return false;
        break;
      case 'LogicalExpression':
        if (parent.right !== node) return false;
        break;
      case 'ParenthesizedExpression':
        break;
      case 'ReturnStatement':
        return true;
      case 'ArrowFunctionExpression':
        return parent.body === node;
      default:
        return false;
    }
    node = parent;
  }
}

function planOf(
  file: SourceFile,
  edits: Extract<PlannedRead, { kind: 'edits' }>['edits'],
  assumptions: readonly string[],
) {
  return checkedPlan(file, { kind: 'edits', edits, births: [], flows: [], assumptions });
}

function kept(code: KeptCode, because: string): PlannedRead {
  return { kind: 'kept', code, because };
}
