import type { Constant } from '@ffsd/fold';
import type { AnyNode, Call, ClassPlace, SourceFile } from '@ffsd/python';
import { dottedName, findAll, offsetsOf, parsedFile, stringValue } from '@ffsd/python';
import type { Workspace } from '@ffsd/workspace';
import { isTestPath } from '../test-path.ts';
import { calleeOf } from './callee.ts';
import type { ClassFamily } from './class-family.ts';
import { membersOf } from './class-family.ts';
import { classOf } from './constant-of.ts';
import { constantResult } from './constant-result.ts';
import { fieldValues } from './field-values.ts';
import { isDistinctive } from './is-distinctive.ts';
import { literalOf } from './literal-of.ts';
import type { MemberUse } from './member-uses.ts';
import { memberUses } from './member-uses.ts';

/** A place that gives a member its value, or may. */
export interface MemberValue {
  readonly path: string;
  readonly start: number;
  readonly end: number;
  /** Undefined where it is not written out. */
  readonly value: Constant | undefined;
  /** Where the value stands. */
  readonly offset: number;
  /** A sentence about the member, without its subject: "is set by setattr". */
  readonly because: string;
  /** The statement or the call, and the expression in it, where the value is written out as one. */
  readonly site?: { readonly node: AnyNode; readonly value: AnyNode } | undefined;
  /** The object is certainly of the class. */
  readonly isOwn: boolean;
}

/** All that may give the objects of a class a member of the name, in the code of the workspace. */
export interface MemberValues {
  readonly values: readonly MemberValue[];
  /** Why nobody knows all that does, as sentences without their subject. */
  readonly open: readonly string[];
  readonly doubts: readonly string[];
}

export function memberValues(workspace: Workspace, family: ClassFamily, name: string): MemberValues {
  const uses = memberUses(workspace, family, name);
  const values = uses.flatMap((use) => valueGivenAt(workspace, use) ?? []);
  const open = membersOf(family).flatMap((place) => tricksIn(workspace, place));
  const { outside, owner } = family;
  const doubts = outside.map((base) => `${base}, which is not in the workspace, has nothing to do with ${name}`);
  // What a class declares, its base may take for a setting, or for a field that is filled from elsewhere.
  const isDeclared = uses.some(
    ({ kind, meant, node }) => kind === 'definition' && meant === 'own' && node && assignmentOf(node),
  );
  if (outside.length > 0 && (isDeclared || !isDistinctive(name))) {
    open.push(`may be set by ${outside[0]}, which is not in the workspace`);
  }
  const fields = isDeclared ? fieldValues(workspace, family, name) : undefined;
  for (const { path, because } of fields?.hindrances ?? []) {
    if (!isTestPath(path)) open.push(`may be set where the class ${because}`);
  }
  if (fields && !fields.isMade) open.push('is a field of a dataclass that nothing here makes');
  for (const { place, value } of fields?.given ?? []) {
    const { path, call } = place;
    const { start, end } = call;
    const known = value && literalOf(value)?.value;
    const site = value && { node: call, value };
    values.push({
      path,
      start,
      end,
      value: known,
      offset: (value ?? call).start,
      because: 'is given',
      site,
      isOwn: true,
    });
  }
  const setter = dynamicSetter(workspace, owner.node.name.value);
  if (setter !== undefined) open.push(`may be set by the setattr of ${setter}`);
  return { values, open, doubts };
}

function valueGivenAt(workspace: Workspace, use: MemberUse): MemberValue | undefined {
  const { path, kind, node, file, meant, offset } = use;
  if (meant === 'other') return undefined;
  const place = (at: AnyNode, value: AnyNode | undefined, because: string): MemberValue => ({
    path,
    start: at.start,
    end: at.end,
    value: value && literalOf(value)?.value,
    offset: (value ?? at).start,
    because,
    site: value && { node: at, value },
    isOwn: meant === 'own',
  });
  if (!node || !file) {
    const because = 'may be set in a file that is not read';
    return kind === 'no-tree'
      ? { path, start: offset, end: offset, value: undefined, offset, because, isOwn: false }
      : undefined;
  }
  switch (kind) {
    case 'write': {
      const statement = assignmentOf(node);
      return place(statement ?? node, statement?.value ?? undefined, 'is set');
    }
    case 'delete':
      return place(node, undefined, 'is deleted');
    case 'definition':
      return ofDefinition(node, file, place);
    case 'keyword':
      return ofKeyword(workspace, file, node, place);
    case 'string':
      return ofString(path, node, place);
    case 'read':
    case 'call':
    case 'pattern':
    case 'no-tree':
      return undefined;
    default:
      return kind satisfies never;
  }
}

type Place = (at: AnyNode, value: AnyNode | undefined, because: string) => MemberValue;

/** The statement that gives its only target a value. */
export function assignmentOf(target: AnyNode): (AnyNode & { readonly type: 'Assign' | 'AnnAssign' }) | undefined {
  const { parent } = target;
  if (parent?.type === 'AnnAssign') return parent;
  return parent?.type === 'AssignTarget' && parent.parent?.type === 'Assign' ? parent.parent : undefined;
}

function ofDefinition(node: AnyNode, file: SourceFile, place: Place): MemberValue | undefined {
  const statement = assignmentOf(node);
  // `compact: bool` gives no value.
  if (statement?.type === 'AnnAssign' && !statement.value) return undefined;
  if (statement) return place(statement, statement.value ?? undefined, 'is set in the class');
  const owner = node.parent;
  if (owner?.type !== 'FunctionDef') return place(node, undefined, 'is bound in the class');
  const result = isProperty(owner) ? constantResult(file, owner) : undefined;
  return {
    ...place(owner, undefined, 'is a function'),
    value: result?.value,
    offset: result?.place.start ?? owner.start,
  };
}

export function isProperty({ decorators }: AnyNode & { readonly type: 'FunctionDef' }): boolean {
  return (
    decorators.length === 1 && /(?:^|\.)(?:property|cached_property)$/.test(dottedName(decorators[0]!.decorator) ?? '')
  );
}

/** `replace(page, compact=True)` may set it; a parameter of a function of the workspace is another thing, and so is an assertion. */
function ofKeyword(workspace: Workspace, file: SourceFile, node: AnyNode, place: Place): MemberValue | undefined {
  const call = node.parent;
  if (node.type !== 'Arg' || call?.type !== 'Call' || calleeOf(workspace, file, call)) return undefined;
  const name = dottedName(call.func) ?? '';
  // A class of the workspace without a constructor of its own: what a dataclass is given is told apart.
  if (classOf(workspace, file, call.func)) return undefined;
  if (/(?:^|\.)(?:assert_\w+|call|dict|print|format|render\w*)$/.test(name)) return undefined;
  return place(node, node.value, `is passed to ${name || 'a call'}`);
}

/** `setattr(page, 'compact', True)`; and `{'compact': True}`, which something may hand to the objects. */
function ofString(path: string, node: AnyNode, place: Place): MemberValue | undefined {
  const { parent } = node;
  if (parent?.type === 'DictElement' && parent.key === node) {
    return isTestPath(path) ? undefined : place(parent, parent.value, 'is a key of a dictionary');
  }
  const call = parent?.type === 'Arg' ? parent.parent : undefined;
  if (call?.type !== 'Call') return undefined;
  const name = dottedName(call.func) ?? lastName(call);
  if (!setters.test(name)) return undefined;
  const value = call.args[call.args.indexOf(parent as never) + 1];
  return place(call, value?.keyword === null ? value.value : undefined, `is set by ${name}`);
}

const setters = /(?:^|\.)(?:setattr|__setattr__|delattr|object|patch|multiple|stub|replace|setitem)$/;

function lastName({ func }: Call): string {
  return func.type === 'Attribute' ? func.attr.value : '';
}

/** What makes the members of a class other than what its text says. */
function tricksIn(workspace: Workspace, { path, node }: ClassPlace): readonly string[] {
  const file = parsedFile(workspace, path);
  if (!file) return ['may be set in a file that does not parse'];
  const own = node.name.value;
  const tricks: string[] = [];
  for (const { name } of findAll(node, 'FunctionDef')) {
    if (/^__(?:setattr|getattr|getattribute)__$/.test(name.value))
      tricks.push(`may be made up by ${own}.${name.value}`);
  }
  for (const { attr } of findAll(node, 'Attribute')) {
    if (attr.value === '__dict__') tricks.push(`may be set by the __dict__ in ${own}`);
  }
  for (const call of findAll(node, 'Call')) {
    if (isDynamicSetter(call)) tricks.push(`may be set by the setattr in ${own}`);
    if (dottedName(call.func) === 'vars') tricks.push(`may be set by the vars() in ${own}`);
  }
  return tricks;
}

function isDynamicSetter(call: Call): boolean {
  if (!/(?:^|\.)(?:setattr|__setattr__)$/.test(dottedName(call.func) ?? '')) return false;
  return call.args.length < 3 || stringValue(call.args.at(-2)!.value) === undefined;
}

/** A file that knows the class and sets members whose names it computes. */
function dynamicSetter(workspace: Workspace, className: string): string | undefined {
  return workspace.search(['setattr']).find((path) => {
    const text = isTestPath(path) ? '' : (workspace.read(path) ?? '');
    if (offsetsOf(text, className).length === 0) return false;
    const file = parsedFile(workspace, path);
    return file !== undefined && findAll(file.tree, 'Call').some(isDynamicSetter);
  });
}
