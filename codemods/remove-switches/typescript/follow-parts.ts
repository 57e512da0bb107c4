import type { Node } from '@babel/types';
import type { Constant } from '@ffsd/fold';
import type { SourceFile } from '@ffsd/typescript';
import { isPure, isReassigned, parentsOf, parsedFile, scopesOf, walk, withoutTypes } from '@ffsd/typescript';
import { flagBehind } from '../flag-behind.ts';
import type { Follower } from '../follow-all.ts';
import type { KeptCode } from '../kept-code.ts';
import type { SettledFlag } from '../language.ts';
import type { PlannedRead } from '../planned-read.ts';
import { callsOf } from './calls-of.ts';
import { constantHere, literalOf } from './constant-here.ts';
import { bindingAt } from './fold-binding.ts';
import type { ValueUse } from './fold-everywhere.ts';
import { foldEverywhere } from './fold-everywhere.ts';
import { formerWriters } from './former-writers.ts';
import type { FunctionNode } from './function-at.ts';
import { anchorOf, functionAt, isFunctionNode } from './function-at.ts';
import { heldIn } from './held-in.ts';
import { isWritten } from './is-written.ts';
import { isMemberRead, outward } from './member-read.ts';
import { planLocal, planUses, planValue } from './plan-value.ts';
import { onlyComputes, resultsOf } from './result-of.ts';
import type { Session } from './session.ts';
import { isImplicit } from './unused-in.ts';

/**
 * `function useNew() { return { isNew: true, user } }`: the property at each call is the constant.
 *
 * Each call makes an object of its own, so nobody else can have written to it.
 */
export const followParts: Follower<Session> = (session, path, flags) => {
  let any = false;
  const done = new Set<string>();
  for (;;) {
    const file = parsedFile(session, path);
    const idOf = ({ fn, part }: Candidate) => `${session.originOf(path, fn.start! + 1)} ${part}`;
    const next = file && partCandidatesIn(session, file).find((one) => !done.has(idOf(one)));
    if (!file || !next) return any;
    done.add(idOf(next));
    any = followOne(session, file, next, flags) || any;
  }
};

export interface Candidate {
  readonly fn: FunctionNode;
  /** The name of the property, or the index. */
  readonly part: string;
  readonly value: Constant;
  readonly given: readonly Node[];
}

/** Parts of what a function returns that are constant and in which a draft had a hand. */
export function partCandidatesIn(session: Session, file: SourceFile): readonly Candidate[] {
  const found: Candidate[] = [];
  walk(file.tree.program, (fn) => {
    if (!isFunctionNode(fn) || fn.generator) return;
    const { returned, fallsOff } = resultsOf(fn);
    if (fallsOff || returned.length === 0) return;
    const tables = returned.map((node) => partsOf(withoutTypes(node)));
    for (const part of tables[0]?.keys() ?? []) {
      const given = tables.flatMap((table) => table?.get(part) ?? []);
      if (given.length < tables.length) continue;
      const [first, ...others] = given.map((node) => literalOf(file, node));
      if (!first || !others.every((other) => other && Object.is(other.value, first.value))) continue;
      if (!given.some((node) => constantHere(session, file, node))) continue;
      // A draft must have had a hand in this very part.
      if (given.some((node) => session.touching(file.path, node.start!, node.end!).length > 0))
        found.push({ fn, part, value: first.value, given });
    }
  });
  return found;
}

/** The values of an object or array literal by name or index; those behind a spread, and names that are given twice, are not known. */
function partsOf(node: Node): ReadonlyMap<string, Node> | undefined {
  const parts = new Map<string, Node>();
  if (node.type === 'ArrayExpression') {
    for (const [index, element] of node.elements.entries()) {
      if (element?.type === 'SpreadElement') break;
      if (element) parts.set(String(index), element);
    }
    return parts;
  }
  if (node.type !== 'ObjectExpression') return undefined;
  const doubtful = new Set<string>();
  for (const property of node.properties) {
    // What comes in behind may overwrite what stands before.
    if (property.type === 'SpreadElement' || property.computed) {
      parts.clear();
      continue;
    }
    const name = property.key.type === 'Identifier' ? property.key.name : '';
    if (parts.has(name) || property.type === 'ObjectMethod') doubtful.add(name);
    if (property.type === 'ObjectProperty') parts.set(name, property.value);
  }
  for (const name of doubtful) parts.delete(name);
  return parts;
}

function followOne(session: Session, file: SourceFile, candidate: Candidate, flags: readonly SettledFlag[]): boolean {
  const { path } = file;
  const { fn, part, value, given } = candidate;
  const anchor = anchorOf(file, fn);
  const binding = bindingAt(file, anchor);
  const grounds = [...session.touching(path, fn.start!, fn.end!), ...formerWriters(session, file, anchor)];
  const flag = flagBehind(session, flags, grounds);
  const found = callsOf(session, path, anchor);
  if (!flag || !found || !binding || isReassigned(binding) || isImplicit(file, binding)) return false;
  const isIndex = /^\d+$/.test(part);
  const name = isIndex ? `${binding.name}()[${part}]` : `${binding.name}().${part}`;
  const flow = isIndex ? 'returned-value' : 'stored-value';
  return foldEverywhere(session, flag, {
    known: {
      name,
      value,
      because: `${binding.name} always returns it with ${JSON.stringify(value)}`,
      place: { path, line: session.lineOf(path, given[0]!.start!) },
      grounds,
    },
    path,
    anchor,
    uses(at) {
      const present = parsedFile(session, path);
      const now = present && functionAt(present, at);
      if (!present || !now) return [];
      const result: Part = { part, value, computes: onlyComputes(present, now), isAsync: now.async === true };
      const calls = callsOf(session, path, at)?.calls ?? [];
      return calls.flatMap((call) => (call.kind === 'call' ? usesAt(session, call.file, call.node, result) : []));
    },
    doubts: found.mocks.map(
      (where) => `the tests in ${where}, which put something else in the place of ${binding.name}, still hold`,
    ),
    left: found.unknown && `${found.unknown.because} (${found.unknown.path})`,
    flow: { path, code: flow, lines: given.map(({ start }) => session.lineOf(path, start!)) },
  });
}

interface Part {
  readonly part: string;
  readonly value: Constant;
  readonly computes: boolean;
  readonly isAsync: boolean;
}

/** Where the part is taken out of the result of one call. */
function usesAt(session: Session, file: SourceFile, call: Node, result: Part): readonly ValueUse[] {
  const { part, value, computes, isAsync } = result;
  const parents = parentsOf(file);
  let node = call;
  if (isAsync) {
    const awaiting = outward(parents, call);
    if (awaiting?.type !== 'AwaitExpression') return [];
    node = awaiting;
  }
  const use = outward(parents, node);
  if (!use) return [];
  const callNode = call as Node & { readonly arguments?: readonly Node[] };
  const droppable = computes && (callNode.arguments ?? []).every((one) => isPure(one as never, file));
  if (isMemberRead(use, node, part)) {
    if (isWritten(file, use)) return [];
    const plan = () =>
      droppable
        ? planValue(session, file, { node: use, value })
        : kept('call-with-effect', 'the call does something else, too, and stands in an expression');
    return [{ file, node: use, plan }];
  }
  if (use.type !== 'VariableDeclarator') return [];
  const local = localOf(use.id, part);
  if (local === 'rest') {
    return [
      { file, node: use.id, plan: () => kept('rest-element', 'without this name it would become part of the rest') },
    ];
  }
  if (local) {
    const { references } = scopesOf(file).bindingOf(local) ?? { references: [] };
    // A name that nothing uses is removed as such.
    if (references.length === 0) return [];
    const plan = () => (droppable ? planLocal(session, file, local, value) : planUses(session, file, local, value));
    return [{ file, node: local, plan }];
  }
  const held = heldIn(file, node, [part]);
  return (held?.values ?? []).map((one) => ({
    file,
    node: one,
    plan: () => planValue(session, file, { node: one, value }),
  }));
}

/** The name that a pattern gives the part. */
function localOf(pattern: Node, part: string): Node | 'rest' | undefined {
  if (pattern.type === 'ArrayPattern') {
    const element = pattern.elements[Number(part)];
    return element?.type === 'Identifier' ? element : undefined;
  }
  if (pattern.type !== 'ObjectPattern') return undefined;
  for (const property of pattern.properties) {
    if (property.type !== 'ObjectProperty' || property.computed || property.key.type !== 'Identifier') continue;
    if (property.key.name !== part) continue;
    if (pattern.properties.some(({ type }) => type === 'RestElement')) return 'rest';
    const target = property.value.type === 'AssignmentPattern' ? property.value.left : property.value;
    return target.type === 'Identifier' ? target : undefined;
  }
  return undefined;
}

function kept(code: KeptCode, because: string): PlannedRead {
  return { kind: 'kept', code, because };
}
