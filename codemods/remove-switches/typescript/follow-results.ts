import type { Node } from '@babel/types';
import type { Constant } from '@ffsd/fold';
import type { SourceFile } from '@ffsd/typescript';
import { isPure, isReassigned, parentsOf, parsedFile, scopesOf, walk } from '@ffsd/typescript';
import { flagBehind } from '../flag-behind.ts';
import type { KnownValue, UsePlace } from '../fold-known-uses.ts';
import { foldKnownUses } from '../fold-known-uses.ts';
import type { KeptCode } from '../kept-code.ts';
import type { SettledFlag } from '../language.ts';
import type { PlannedRead } from '../planned-read.ts';
import { settleFlow } from '../settle-flow.ts';
import { isTestPath } from '../test-path.ts';
import { usersOf } from '../users-of.ts';
import { callsOf } from './calls-of.ts';
import { constantHere } from './constant-here.ts';
import { bindingAt, foldBinding } from './fold-binding.ts';
import type { Follower } from './follow-values.ts';
import type { FunctionNode } from './function-at.ts';
import { anchorOf, isFunctionNode } from './function-at.ts';
import { outward } from './member-read.ts';
import { originOfName } from './origin-of-name.ts';
import { planUses, planValue } from './plan-value.ts';
import { constantResult, onlyComputes, resultsOf } from './result-of.ts';
import type { Session } from './session.ts';
import { typeGuardOf } from './type-guard-of.ts';
import { isImplicit } from './unused-in.ts';

/** `function isNew() { return true }`: each call of it is the constant. */
export const followResults: Follower = (session, path, flags) => {
  let any = false;
  const done = new Set<number>();
  for (;;) {
    const file = parsedFile(session, path);
    const fn = file && candidatesIn(session, file).find((one) => !done.has(session.originOf(path, one.start! + 1)));
    if (!file || !fn) return any;
    done.add(session.originOf(path, fn.start! + 1));
    any = followOne(session, file, fn, flags) || any;
  }
};

/** Functions with a constant result in which a draft had a hand. */
function candidatesIn(session: Session, file: SourceFile): readonly FunctionNode[] {
  const found: FunctionNode[] = [];
  walk(file.tree.program, (node) => {
    if (!isFunctionNode(node) || node.generator || !constantResult(file, node)) return;
    if (!resultsOf(node).returned.some((one) => constantHere(session, file, one))) return;
    if (session.touching(file.path, node.start!, node.end!).length > 0) found.push(node);
  });
  return found;
}

function followOne(session: Session, file: SourceFile, fn: FunctionNode, flags: readonly SettledFlag[]): boolean {
  const { path } = file;
  const grounds = [...session.touching(path, fn.start!, fn.end!), ...formerWriters(session, file, anchorOf(file, fn))];
  const flag = flagBehind(session, flags, grounds);
  const uses = callsOf(session, path, anchorOf(file, fn));
  const name = nameOf(file, fn);
  if (!flag || !uses || name === undefined) return false;
  const { value } = constantResult(file, fn)!;
  const { returned } = resultsOf(fn);
  const mocked = uses.mocks.map(
    (where) => `the tests in ${where}, which put something else in the place of ${name}, still hold`,
  );
  const result: Result = { value, doubts: mocked, isAsync: fn.async === true, computes: onlyComputes(file, fn) };
  const line = session.lineOf(path, fn.start!);
  const lines = returned.map(({ start }) => session.lineOf(path, start!));
  const known: KnownValue = {
    name: `${name}()`,
    value,
    because: `${returned.length > 1 ? 'each of its returns gives' : 'it returns'} ${JSON.stringify(value) ?? 'undefined'} and nothing else`,
    place: { path, line },
    grounds,
  };
  const anchor = anchorHere(session, path, anchorOf(file, fn));
  const placesIn = (where: string): readonly UsePlace[] =>
    (callsOf(session, path, anchor()) ?? { calls: [] }).calls.flatMap((call) =>
      call.kind === 'call' && call.file.path === where ? (placeOf(session, call.file, call.node, result) ?? []) : [],
    );
  const hindrance = hindranceOf(file, anchorOf(file, fn));
  let folded = 0;
  let left = hindrance ?? (uses.unknown && `${uses.unknown.because} (${uses.unknown.path})`);
  const paths = hindrance ? [] : [...new Set(uses.calls.map((call) => call.file.path))].sort();
  for (const where of paths) {
    if (isTestPath(where)) {
      left ??= `a test calls it (${where})`;
      continue;
    }
    const outcome = foldKnownUses(
      session,
      { foldBinding: (...args) => foldBinding(session, ...args) },
      flag,
      where,
      known,
      () => placesIn(where),
    );
    folded += outcome.folded;
    if (outcome.left > 0) left ??= `a call of it cannot be folded (${where})`;
  }
  if (folded > 0 || left !== undefined) {
    const because = left && `${name} always returns the constant that ${flag.key} became, but ${left}`;
    settleFlow(session, { path, lines, code: 'returned-value' }, because);
  }
  return folded > 0;
}

interface Result {
  readonly value: Constant;
  readonly isAsync: boolean;
  readonly doubts: readonly string[];
  /** It does nothing else. */
  readonly computes: boolean;
}

function placeOf(session: Session, file: SourceFile, call: Node, result: Result): UsePlace | undefined {
  const use = outward(parentsOf(file), call);
  if (!result.computes && (use?.type === 'ExpressionStatement' || isUnusedLocal(file, use))) return undefined;
  const guarded = typeGuardOf(session, file, call);
  return {
    offset: call.start!,
    code: file.text.slice(call.start!, call.end!),
    plan: () => doubted(planCall(session, file, call, result), guarded ? [...result.doubts, guarded] : result.doubts),
  };
}

function planCall(session: Session, file: SourceFile, call: Node, { value, isAsync, computes }: Result): PlannedRead {
  const args = call.type === 'CallExpression' || call.type === 'OptionalCallExpression' ? call.arguments : [];
  if (!args.every((one) => isPure(one as never, file))) {
    return kept('impure-argument', 'an argument of the call has an effect that would be lost');
  }
  const parents = parentsOf(file);
  let node = call;
  if (isAsync) {
    const awaiting = outward(parents, call);
    if (awaiting?.type !== 'AwaitExpression') {
      return kept('promise-not-awaited', 'the promise of the value is passed on instead of being awaited here');
    }
    node = awaiting;
  }
  if (computes) return planValue(session, file, { node, value });
  // The call stays for its effect, and what holds its result is known.
  const use = outward(parents, node);
  if (use?.type === 'VariableDeclarator' && use.id.type === 'Identifier') return planUses(session, file, use.id, value);
  if (use?.type === 'IfStatement') return planValue(session, file, { node, value, effects: [node] });
  return kept('call-with-effect', 'the function always gives the same value, but does something else, too');
}

function doubted(planned: PlannedRead, doubts: readonly string[]): PlannedRead {
  return planned.kind === 'kept' ? planned : { ...planned, assumptions: [...planned.assumptions, ...doubts] };
}

/** Why a call by the name need not be a call of the function. */
function hindranceOf(file: SourceFile, anchor: number): string | undefined {
  const binding = bindingAt(file, anchor);
  if (!binding) return undefined;
  if (isReassigned(binding)) return `${binding.name} is assigned again`;
  return isImplicit(file, binding) ? 'its file is a script, which shares its names with others' : undefined;
}

/** The drafts that removed what gave the name another function. */
function formerWriters(session: Session, { path }: SourceFile, anchor: number): readonly string[] {
  const original = parsedFile(session.base, path);
  const then = original && bindingAt(original, originOfName(session, path, anchor));
  const writes = then?.references.filter(({ write }) => write) ?? [];
  return usersOf(
    session,
    path,
    writes.map(({ node }) => node.start!),
  );
}

function isUnusedLocal(file: SourceFile, use: Node | undefined): boolean {
  if (use?.type !== 'VariableDeclarator' || use.id.type !== 'Identifier') return false;
  return scopesOf(file).bindingOf(use.id)?.references.length === 0;
}

/** The name by which a reader knows the function. */
function nameOf(file: SourceFile, fn: FunctionNode): string | undefined {
  if (fn.type === 'FunctionDeclaration') return fn.id?.name ?? 'the default export';
  for (const outer of parentsOf(file).ancestors(fn)) {
    if (outer.type === 'VariableDeclarator') return outer.id.type === 'Identifier' ? outer.id.name : undefined;
    if (outer.type === 'ExportDefaultDeclaration') return 'the default export';
    if (/Statement$|Function|Method|^Program$/.test(outer.type)) return undefined;
  }
  return undefined;
}

/** Follows an offset of the present text through the drafts to come. */
function anchorHere(session: Session, path: string, offset: number): () => number {
  const last = session.historyOf(path).at(-1);
  return () => (last ? session.mapSince(path, last.key, offset) : offset);
}

function kept(code: KeptCode, because: string): PlannedRead {
  return { kind: 'kept', code, because };
}
