import type { Class, Node } from '@babel/types';
import type { Constant } from '@ffsd/fold';
import type { SourceFile } from '@ffsd/typescript';
import { isPure, parentsOf, parsedFile, skip, walk } from '@ffsd/typescript';
import { maySetSignal } from '../angular/members-shown.ts';
import { signalOf } from '../angular/signal-of.ts';
import { flagBehind } from '../flag-behind.ts';
import type { KnownValue } from '../fold-known-uses.ts';
import type { Follower } from '../follow-all.ts';
import type { KeptCode } from '../kept-code.ts';
import type { SettledFlag } from '../language.ts';
import type { PlannedRead } from '../planned-read.ts';
import { constantHere } from './constant-here.ts';
import type { ValueUse } from './fold-everywhere.ts';
import { foldEverywhere } from './fold-everywhere.ts';
import { isClass, memberName } from './member-of-class.ts';
import { outward } from './member-read.ts';
import type { ClassMember } from './member-uses-of.ts';
import { readsOfMember, setsItsOwn } from './member-uses-of.ts';
import { planValue } from './plan-value.ts';
import { constantResult, onlyComputes, resultsOf } from './result-of.ts';
import type { Session } from './session.ts';

/** Fields, getters and methods of classes that always give the constant: `this.isNew`, `shop.isNew()`. */
export const followFields: Follower<Session> = (session, path, flags) => {
  let any = false;
  const done = new Set<string>();
  for (;;) {
    const file = parsedFile(session, path);
    const idOf = ({ anchor }: ConstantMember) => `${session.originOf(path, anchor + 1)}`;
    const next = file && constantMembers(session, file).find((one) => !done.has(idOf(one)));
    if (!file || !next) return any;
    done.add(idOf(next));
    any = followOne(session, file, next, flags) || any;
  }
};

/** A member of a class that always gives the constant since the changes so far. */
export interface ConstantMember extends ClassMember {
  readonly kind: 'field' | 'getter' | 'method';
  readonly value: Constant;
  /** Where it is declared, or is given its value. */
  readonly anchor: number;
  readonly node: Node;
  /** What gives the value. */
  readonly literals: readonly Node[];
  readonly isAsync: boolean;
  readonly computes: boolean;
  /** A signal, which whoever has it may set; calls only look at it. */
  readonly isWritable?: boolean;
}

/** The members of the classes of a changed file that always give the constant. */
export function constantMembers(session: Session, file: SourceFile): readonly ConstantMember[] {
  const found: ConstantMember[] = [];
  walk(file.tree.program, (owner) => {
    if (!isClass(owner)) return;
    for (const node of owner.body.body) {
      const one = memberCandidate(session, file, owner, node);
      if (one) found.push(one);
    }
    found.push(...givenInConstructor(session, file, owner));
  });
  return found.filter(({ node }) => session.touching(file.path, node.start!, node.end!).length > 0);
}

function memberCandidate(session: Session, file: SourceFile, owner: Class, node: Node): ConstantMember | undefined {
  if ('decorators' in node && node.decorators && node.decorators.length > 0) return undefined;
  if (!('key' in node) || ('computed' in node && node.computed)) return undefined;
  const name = memberName(node.key as Node);
  if (name === undefined) return undefined;
  const plain = { ...memberFacts(file, owner, node, name), node, anchor: node.start! };
  switch (node.type) {
    case 'ClassProperty':
    case 'ClassPrivateProperty': {
      const signal = signalOf(session, file, node.value);
      if (signal) {
        const { value, literal, isWritable } = signal;
        return { ...plain, value, kind: 'method', literals: [literal], isAsync: false, computes: true, isWritable };
      }
      const known = node.value && constantHere(session, file, node.value);
      if (!known || !node.value) return undefined;
      return { ...plain, ...known, kind: 'field', literals: [node.value], isAsync: false, computes: true };
    }
    case 'ClassMethod':
    case 'ClassPrivateMethod': {
      if (node.kind === 'constructor' || node.kind === 'set' || node.generator) return undefined;
      const known = constantResult(file, node);
      const { returned } = resultsOf(node);
      if (!known || !returned.some((one) => constantHere(session, file, one))) return undefined;
      const kind = node.kind === 'get' ? 'getter' : 'method';
      return {
        ...plain,
        ...known,
        kind,
        literals: returned,
        isAsync: node.async === true,
        computes: onlyComputes(file, node),
      };
    }
    default:
      return undefined;
  }
}

function memberFacts(file: SourceFile, owner: Class, node: Node, name: string): Omit<ClassMember, never> {
  const accessibility = 'accessibility' in node ? node.accessibility : undefined;
  return {
    file,
    owner,
    name,
    isStatic: 'static' in node && node.static === true,
    isHard: name.startsWith('#'),
    isPrivate: accessibility === 'private',
    given: [],
  };
}

/** `this.isNew = true` as a statement of the constructor, when no other place gives the field a value. */
function givenInConstructor(session: Session, file: SourceFile, owner: Class): readonly ConstantMember[] {
  const found: ConstantMember[] = [];
  const maker = owner.body.body.find((one) => one.type === 'ClassMethod' && one.kind === 'constructor');
  if (maker?.type !== 'ClassMethod') return found;
  for (const [index, statement] of maker.body.body.entries()) {
    const assignment = statement.type === 'ExpressionStatement' ? statement.expression : undefined;
    if (assignment?.type !== 'AssignmentExpression' || assignment.operator !== '=') continue;
    const { left, right } = assignment;
    if (left.type !== 'MemberExpression' || left.computed || left.object.type !== 'ThisExpression') continue;
    const name = memberName(left.property);
    const known = constantHere(session, file, right);
    if (name === undefined || !known) continue;
    const declared = owner.body.body.find((one) => 'key' in one && memberName(one.key as Node) === name);
    if (declared && (!/^Class(?:Private)?Property$/.test(declared.type) || ('value' in declared && declared.value)))
      continue;
    // What runs before may look at the field while it has no value.
    if (maker.body.body.slice(0, index).some((one) => usesThis(file, one))) continue;
    const facts = memberFacts(file, owner, declared ?? assignment, name);
    found.push({
      ...facts,
      ...known,
      given: [left],
      kind: 'field',
      anchor: left.start!,
      node: assignment,
      literals: [right],
      isAsync: false,
      computes: true,
    });
  }
  return found;
}

/** `this` in any way but to give a member a value. */
function usesThis(file: SourceFile, statement: Node): boolean {
  let used = false;
  const parents = parentsOf(file);
  walk(statement, (node) => {
    if (node.type === 'FunctionExpression' || node.type === 'FunctionDeclaration') return skip;
    if (node.type !== 'ThisExpression') return undefined;
    const member = parents.parent(node);
    const assignment = member && parents.parent(member);
    const isGiven = assignment?.type === 'AssignmentExpression' && assignment.left === member;
    used ||= !isGiven;
    return undefined;
  });
  return used;
}

function followOne(session: Session, file: SourceFile, one: ConstantMember, flags: readonly SettledFlag[]): boolean {
  const { path } = file;
  const { kind, name, literals } = one;
  const member = knownMember(session, file, one, flags);
  if (!member) return false;
  const { flag, known, unknown } = member;
  const early = kind === 'field' && !one.isStatic ? readEarly(file, one) : undefined;
  const stop = member.stop ?? early;
  return foldEverywhere(session, flag, {
    known,
    path,
    anchor: one.anchor,
    uses(anchor) {
      const present = parsedFile(session, path);
      const now =
        present && constantMembers(session, present).find((other) => other.anchor === anchor && other.name === name);
      if (!now || stop) return [];
      return readsOfMember(session, now).reads.flatMap((read) => useOf(session, now, read) ?? []);
    },
    doubts: kind === 'field' && !one.isStatic ? doubtsOf(one) : [],
    left: stop ?? unknown,
    flow: {
      path,
      code: kind === 'field' ? 'stored-value' : 'returned-value',
      lines: [...literals, one.node].map(({ start }) => session.lineOf(path, start!)),
    },
  });
}

/** What is to be told of the member where it is folded, and why it may not always give the constant. */
export function knownMember(
  session: Session,
  file: SourceFile,
  one: ConstantMember,
  flags: readonly SettledFlag[],
): KnownMember | undefined {
  const { path } = file;
  const { kind, name, value, owner } = one;
  const flag = flagBehind(session, flags, session.touching(path, one.node.start!, one.node.end!));
  if (!flag) return undefined;
  const call = kind === 'method' ? '()' : '';
  const ownerName = owner.id?.name ?? 'the class';
  const shown = one.isStatic
    ? `${ownerName}.${name}${call}`
    : one.isHard || one.isPrivate
      ? `this.${name}${call}`
      : `${name}${call} of ${ownerName}`;
  const { hindrance, unknown, reads } = readsOfMember(session, one);
  const own =
    kind === 'field' && setsItsOwn(file, owner) ? 'its class sets members whose names are not written' : undefined;
  const isSet = one.isWritable && !(reads.every(isCalled) && !maySetSignal(session, file, owner, name));
  const set = isSet ? 'it is a signal that may be set' : undefined;
  const known = {
    name: shown,
    value,
    because:
      kind === 'field'
        ? `it is given ${JSON.stringify(value)} and nothing else`
        : `it always returns ${JSON.stringify(value)}`,
    place: { path, line: session.lineOf(path, one.node.start!) },
    grounds: [...session.touching(path, owner.start!, owner.end!), ...draftsOver(session, name)],
  };
  return { flag, known, stop: hindrance ?? own ?? set, unknown, reads: reads.length };
}

function isCalled({ file, node }: { readonly file: SourceFile; readonly node: Node }): boolean {
  const parent = parentsOf(file).parent(node);
  return parent?.type === 'CallExpression' && parent.callee === node;
}

interface KnownMember {
  readonly flag: SettledFlag;
  readonly known: KnownValue;
  /** Why it may have another value, as the end of a sentence. */
  readonly stop: string | undefined;
  /** A use that is not understood, as the end of a sentence. */
  readonly unknown: string | undefined;
  /** How many places of the code read it. */
  readonly reads: number;
}

/** Every draft of a file whose first text has the name: one of them may have removed an override or another value. */
function draftsOver(session: Session, name: string): readonly string[] {
  const word = name.replace('#', '');
  return session
    .changed()
    .filter((path) => session.base.read(path)?.includes(word))
    .flatMap((path) =>
      session
        .historyOf(path)
        .filter(({ before, edits }) => edits.some(({ start, end }) => before.slice(start, end).includes(word))),
    )
    .map(({ key }) => key);
}

function useOf(
  session: Session,
  { kind, value, isAsync, computes, owner, node: declared }: ConstantMember,
  { file, node, byType }: { readonly file: SourceFile; readonly node: Node; readonly byType: boolean },
): ValueUse | undefined {
  const parents = parentsOf(file);
  const { object } = node as Node & { type: 'MemberExpression' };
  const inItself = node.start! >= declared.start! && node.end! <= declared.end! && kind === 'field';
  if (inItself) return undefined;
  let use: Node = node;
  if (kind === 'method') {
    const call = parents.parent(node);
    if ((call?.type !== 'CallExpression' && call?.type !== 'OptionalCallExpression') || call.callee !== node)
      return undefined;
    use = call;
  }
  const args = use.type === 'CallExpression' ? use.arguments : [];
  const plan = (): PlannedRead => {
    if (!isPure(object as never, file) || !args.every((one) => isPure(one as never, file)))
      return kept('impure-argument', 'what it is asked of, or with, has an effect that would be lost');
    if (!computes) return kept('call-with-effect', 'it always gives the same value, but does something else, too');
    let whole = use;
    if (isAsync) {
      const awaiting = outward(parents, use);
      if (awaiting?.type !== 'AwaitExpression')
        return kept('promise-not-awaited', 'the promise of the value is passed on instead of being awaited here');
      whole = awaiting;
    }
    const planned = planValue(session, file, { node: whole, value });
    if (planned.kind === 'kept' || !byType) return planned;
    const doubt = `whatever has the type ${owner.id?.name ?? 'of the class'} is made by the class`;
    return { ...planned, assumptions: [...planned.assumptions, doubt] };
  };
  return { file, node: use, plan };
}

/** A field may be looked at before it has its value, by an initializer above it. */
function readEarly(file: SourceFile, { owner, node }: ConstantMember): string | undefined {
  const above = owner.body.body.filter(
    (one) =>
      (one.type === 'ClassProperty' || one.type === 'ClassPrivateProperty') && !one.static && one.end! <= node.start!,
  );
  const runs = above.some(
    (one) => 'value' in one && one.value && !/Function/.test(one.value.type) && usesThis(file, one.value),
  );
  return runs ? 'a field above it is given its value with the help of this' : undefined;
}

function doubtsOf({ owner, file }: ConstantMember): readonly string[] {
  const { superClass } = owner;
  if (!superClass) return [];
  const text = file.text.slice(superClass.start!, superClass.end!);
  if (/^(?:React\.)?(?:Pure)?Component$/.test(text)) return [];
  return [`the constructor of ${text} does not look at it before it has its value`];
}

function kept(code: KeptCode, because: string): PlannedRead {
  return { kind: 'kept', code, because };
}
