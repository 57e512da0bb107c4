import type { CallExpression, Node } from '@babel/types';
import { apply } from '@ffsd/edits';
import { valueAtRead } from '@ffsd/flags';
import type { Constant } from '@ffsd/fold';
import type { SourceFile } from '@ffsd/typescript';
import { isParsed, isPure, isReassigned, parentsOf, parse, scopesOf, walk } from '@ffsd/typescript';
import { decideRead } from '../decide.ts';
import { droppableCalls } from '../droppable-calls.ts';
import type { SettledFlag } from '../language.ts';
import type { PlannedRead } from '../planned-read.ts';
import { isTestPath } from '../test-path.ts';
import { constantOf, declarationOf } from './constant-of.ts';
import type { CompiledShape, FoundRead } from './find-reads.ts';
import type { FunctionNode } from './function-at.ts';
import { functionIn, isFunctionNode } from './function-at.ts';
import { classesWith, classOf, isBelow, memberName } from './member-of-class.ts';
import { outward } from './member-read.ts';
import { planRead } from './plan-read.ts';
import { planValue } from './plan-value.ts';
import { readsIn } from './remove-flag.ts';
import { constantResult, onlyComputes } from './result-of.ts';
import type { Session } from './session.ts';

/** A call that hands the key of the flag to a function which reads it: `isOn('new-checkout')`. */
export interface WrapperRead {
  readonly call: CallExpression;
  readonly keyNode: Node;
  plan(): PlannedRead;
}

/**
 * The calls of functions that only ask for the flag whose key they are given.
 *
 * That a function is one is proved: with the key in the place of its parameter, its reads are folded as they would be in the code, and
 * what is left always returns one value and does nothing else.
 *
 * @param reads the reads of the file, which are no calls of wrappers
 */
export function wrapperReads(
  session: Session,
  file: SourceFile,
  flag: SettledFlag,
  shapes: readonly CompiledShape[],
  reads: readonly FoundRead[],
  depth = 0,
): readonly WrapperRead[] {
  if (depth > 2 || isTestPath(file.path)) return [];
  const found: WrapperRead[] = [];
  walk(file.tree.program, (call) => {
    if (call.type !== 'CallExpression') return;
    const index = call.arguments.findIndex((one) => constantOf(session, file, one)?.value === flag.key);
    const keyNode = call.arguments[index];
    const isRead = reads.some(
      ({ node, keyNode: key }) => key === keyNode || (node.start! <= call.start! && node.end! >= call.end!),
    );
    if (!keyNode || isRead) return;
    const target = calleeOf(session, file, call);
    const known = target && resultWith(session, target, index, flag, shapes, depth);
    if (known) found.push({ call, keyNode, plan: () => planCall(session, file, call, target.fn, known.value) });
  });
  return found;
}

interface Callee {
  readonly file: SourceFile;
  readonly fn: FunctionNode;
}

/** The function that the call certainly calls. */
function calleeOf(session: Session, file: SourceFile, { callee }: CallExpression): Callee | undefined {
  if (callee.type === 'Identifier') {
    const declared = declarationOf(session, file, callee);
    if (!declared) return undefined;
    const { node, file: where } = declared;
    if (isFunctionNode(node)) return { file: where, fn: node };
    const fn = node.type === 'VariableDeclarator' && node.init ? functionIn(where, node.init) : undefined;
    return fn && { file: where, fn };
  }
  if (callee.type !== 'MemberExpression' || callee.computed) return undefined;
  const owner = classOf(session, file, callee.object);
  const name = memberName(callee.property);
  if (!owner || owner.byType || name === undefined) return undefined;
  const members = owner.node.body.body.filter((one) => 'key' in one && memberName(one.key as Node) === name);
  const [fn] = members;
  if (members.length !== 1 || (fn?.type !== 'ClassMethod' && fn?.type !== 'ClassPrivateMethod')) return undefined;
  if (fn.kind !== 'method' || (fn.static === true) !== owner.isStatic || fn.decorators?.length) return undefined;
  const overridden = classesWith(session, name).some(
    (other) => other.node !== owner.node && isBelow(session, other, owner.node) !== false,
  );
  return overridden ? undefined : { file: owner.file, fn };
}

type Results = Map<string, { readonly value: Constant } | undefined>;

/** By file first: the same node may stand in the trees of two texts, and what it calls may be another thing there. */
const known = new WeakMap<SourceFile, Map<FunctionNode, Results>>();

/** What the function returns when its parameter is the key of the flag; undefined when it is no mere reader. */
function resultWith(
  session: Session,
  target: Callee,
  index: number,
  flag: SettledFlag,
  shapes: readonly CompiledShape[],
  depth: number,
): { readonly value: Constant } | undefined {
  const perFile = known.get(target.file) ?? new Map<FunctionNode, Results>();
  known.set(target.file, perFile);
  const results: Results = perFile.get(target.fn) ?? new Map();
  perFile.set(target.fn, results);
  const id = `${flag.key} ${JSON.stringify(flag.value)} ${index}`;
  // While it is asked, a function that calls itself is no reader.
  if (!results.has(id)) {
    results.set(id, undefined);
    results.set(id, specialised(session, target, index, flag, shapes, depth));
  }
  return results.get(id);
}

function specialised(
  session: Session,
  { file, fn }: Callee,
  index: number,
  flag: SettledFlag,
  shapes: readonly CompiledShape[],
  depth: number,
): { readonly value: Constant } | undefined {
  const param = fn.params[index];
  const binding = param?.type === 'Identifier' ? scopesOf(file).bindingOf(param) : undefined;
  if (!binding || isReassigned(binding) || fn.generator || binding.references.length === 0) return undefined;
  if (file.text.slice(fn.start!, fn.end!).includes('arguments')) return undefined;
  const key = JSON.stringify(flag.key);
  const edits = binding.references
    .filter(({ type }) => !type)
    .map(({ node }) => {
      const parent = parentsOf(file).parent(node);
      const isShorthand = parent?.type === 'ObjectProperty' && parent.shorthand;
      return { start: node.start!, end: node.end!, text: isShorthand ? `${binding.name}: ${key}` : key };
    });
  let text = apply(file.text, edits);
  for (let folded = 0; folded < 10; folded++) {
    const here = parse(file.path, text);
    const now = isParsed(here) ? functionFrom(here, fn) : undefined;
    if (!isParsed(here) || !now) return undefined;
    const planned = nextFold(session, here, now, flag, shapes, depth);
    if (planned === 'none') {
      const droppable = droppableCalls(shapes.map(({ shape }) => shape));
      return folded > 0 && onlyComputes(here, now, droppable) ? constantResult(here, now) : undefined;
    }
    if (planned.kind === 'kept') return undefined;
    text = apply(text, planned.edits);
  }
  return undefined;
}

/** The same function in a text that differs from there on. */
function functionFrom(file: SourceFile, { start, type }: FunctionNode): FunctionNode | undefined {
  let found: FunctionNode | undefined;
  walk(file.tree.program, (node) => {
    if (node.start === start && node.type === type && isFunctionNode(node)) found ??= node;
  });
  return found;
}

function nextFold(
  session: Session,
  file: SourceFile,
  fn: FunctionNode,
  flag: SettledFlag,
  shapes: readonly CompiledShape[],
  depth: number,
): PlannedRead | 'none' {
  const inside = (node: Node) => node.start! >= fn.start! && node.end! <= fn.end!;
  const reads = readsIn(session, file, flag, shapes);
  const read = reads.find(({ node, facts }) => inside(node) && facts.key === 'this');
  if (read) {
    const verdict = decideRead(read.facts);
    const value = valueAtRead(read.shape, flag.value as never);
    if (verdict.kind !== 'fold' || value === undefined) return notRead;
    return planRead(session, file, read, value as Constant);
  }
  const wrapped = wrapperReads(session, file, flag, shapes, reads, depth + 1).find(({ call }) => inside(call));
  return wrapped ? wrapped.plan() : 'none';
}

const notRead: PlannedRead = { kind: 'kept', code: 'unknown-receiver', because: 'the function is no mere reader' };

function planCall(
  session: Session,
  file: SourceFile,
  call: CallExpression,
  fn: FunctionNode,
  value: Constant,
): PlannedRead {
  if (!isPure(call.callee as never, file) || !call.arguments.every((one) => isPure(one as never, file)))
    return {
      kind: 'kept',
      code: 'impure-argument',
      because: 'an argument of the call has an effect that would be lost',
    };
  if (!fn.async) return planValue(session, file, { node: call, value });
  const awaiting = outward(parentsOf(file), call);
  if (awaiting?.type === 'AwaitExpression') return planValue(session, file, { node: awaiting, value });
  const because = 'the promise of the value is passed on instead of being awaited here';
  return { kind: 'kept', code: 'promise-not-awaited', because };
}
