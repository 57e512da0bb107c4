import type { Node } from '@babel/types';
import type { Constant } from '@ffsd/fold';
import type { SourceFile } from '@ffsd/typescript';
import { isPure, isReassigned, parentsOf, parsedFile, scopesOf, walk } from '@ffsd/typescript';
import { flagBehind } from '../flag-behind.ts';
import type { Follower } from '../follow-all.ts';
import type { KeptCode } from '../kept-code.ts';
import type { SettledFlag } from '../language.ts';
import type { PlannedRead } from '../planned-read.ts';
import { callsOf } from './calls-of.ts';
import { constantHere } from './constant-here.ts';
import { bindingAt } from './fold-binding.ts';
import type { ValueUse } from './fold-everywhere.ts';
import { foldEverywhere } from './fold-everywhere.ts';
import { formerWriters } from './former-writers.ts';
import type { FunctionNode } from './function-at.ts';
import { anchorOf, isFunctionNode } from './function-at.ts';
import { outward } from './member-read.ts';
import { planUses, planValue } from './plan-value.ts';
import { constantResult, onlyComputes, resultsOf } from './result-of.ts';
import type { Session } from './session.ts';
import { typeGuardOf } from './type-guard-of.ts';
import { isImplicit } from './unused-in.ts';

/** `function isNew() { return true }`: each call of it is the constant. */
export const followResults: Follower<Session> = (session, path, flags) => {
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
  const anchor = anchorOf(file, fn);
  const grounds = [...session.touching(path, fn.start!, fn.end!), ...formerWriters(session, file, anchor)];
  const flag = flagBehind(session, flags, grounds);
  const found = callsOf(session, path, anchor);
  const name = nameOf(file, fn);
  if (!flag || !found || name === undefined) return false;
  const { value } = constantResult(file, fn)!;
  const { returned } = resultsOf(fn);
  const result: Result = { value, isAsync: fn.async === true, computes: onlyComputes(file, fn) };
  const hindrance = hindranceOf(file, anchor);
  return foldEverywhere(session, flag, {
    known: {
      name: `${name}()`,
      value,
      because: `${returned.length > 1 ? 'each of its returns gives' : 'it returns'} ${JSON.stringify(value)} and nothing else`,
      place: { path, line: session.lineOf(path, fn.start!) },
      grounds,
    },
    path,
    anchor,
    uses: (at) =>
      (hindrance ? [] : (callsOf(session, path, at)?.calls ?? [])).flatMap((call) =>
        call.kind === 'call' ? (useOf(session, call.file, call.node, result) ?? []) : [],
      ),
    doubts: found.mocks.map(
      (where) => `the tests in ${where}, which put something else in the place of ${name}, still hold`,
    ),
    left: hindrance ?? (found.unknown && `${found.unknown.because} (${found.unknown.path})`),
    flow: { path, code: 'returned-value', lines: returned.map(({ start }) => session.lineOf(path, start!)) },
  });
}

interface Result {
  readonly value: Constant;
  readonly isAsync: boolean;
  /** It does nothing else. */
  readonly computes: boolean;
}

function useOf(session: Session, file: SourceFile, call: Node, result: Result): ValueUse | undefined {
  const use = outward(parentsOf(file), call);
  if (!result.computes && (use?.type === 'ExpressionStatement' || isUnusedLocal(file, use))) return undefined;
  const guarded = typeGuardOf(session, file, call);
  const plan = (): PlannedRead => {
    const planned = planCall(session, file, call, result);
    if (planned.kind === 'kept' || !guarded) return planned;
    return { ...planned, assumptions: [...planned.assumptions, guarded] };
  };
  return { file, node: call, plan };
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

/** Why a call by the name need not be a call of the function. */
export function hindranceOf(file: SourceFile, anchor: number): string | undefined {
  const binding = bindingAt(file, anchor);
  if (!binding) return undefined;
  if (isReassigned(binding)) return `${binding.name} is assigned again`;
  return isImplicit(file, binding) ? 'its file is a script, which shares its names with others' : undefined;
}

function isUnusedLocal(file: SourceFile, use: Node | undefined): boolean {
  if (use?.type !== 'VariableDeclarator' || use.id.type !== 'Identifier') return false;
  return scopesOf(file).bindingOf(use.id)?.references.length === 0;
}

/** The name by which a reader knows the function. */
export function nameOf(file: SourceFile, fn: FunctionNode): string | undefined {
  if (fn.type === 'FunctionDeclaration') return fn.id?.name ?? 'the default export';
  for (const outer of parentsOf(file).ancestors(fn)) {
    if (outer.type === 'VariableDeclarator') return outer.id.type === 'Identifier' ? outer.id.name : undefined;
    if (outer.type === 'ExportDefaultDeclaration') return 'the default export';
    if (/Statement$|Function|Method|^Program$/.test(outer.type)) return undefined;
  }
  return undefined;
}

function kept(code: KeptCode, because: string): PlannedRead {
  return { kind: 'kept', code, because };
}
