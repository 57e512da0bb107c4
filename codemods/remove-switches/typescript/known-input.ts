import type { Node } from '@babel/types';
import type { Constant } from '@ffsd/fold';
import { isPrimitive } from '@ffsd/fold';
import type { SourceFile } from '@ffsd/typescript';
import { scopesOf, walk } from '@ffsd/typescript';
import type { Workspace } from '@ffsd/workspace';
import type { Call, FunctionUses, UsePlaceOf } from './calls-of.ts';
import { constantOf, declarationOf } from './constant-of.ts';
import type { Given, Input } from './given-at.ts';
import { givenAt, givenInObject } from './given-at.ts';
import { isGivenOtherwise } from './given-otherwise.ts';
import type { Session } from './session.ts';
import type { Slot } from './slot-of.ts';

/** What one call gives, with what it comes to. */
export interface GivenValue {
  readonly call: Call;
  readonly given: Given & { readonly kind: 'given' | 'missing' };
  /** `own`: a recursive call hands on what the function got itself. */
  readonly value: Constant | 'own';
}

export type InputValue =
  | { readonly kind: 'known'; readonly value: Constant; readonly values: readonly GivenValue[] }
  | { readonly kind: 'unknown'; readonly because: string; readonly at: UsePlaceOf };

/** What a function gets for an input, when it is the same at every call of the workspace. */
export function inputValueOf(workspace: Workspace, uses: FunctionUses, slot: Slot, input: Input): InputValue {
  const { file, unknown } = uses;
  if (unknown) return { kind: 'unknown', because: unknown.because, at: unknown };
  if (isSeenByArguments(uses)) return unknownAt(file, uses.fn, 'it looks at its arguments as a whole');
  const values: GivenValue[] = [];
  for (const call of uses.calls) {
    const given = givenAt(call, input);
    if (input.property !== undefined && isGivenOtherwise(workspace, call))
      return unknownAt(call.file, call.node, 'its props may be set in another way, too');
    if (given.kind === 'unknown') return unknownAt(call.file, call.node, given.because);
    const known = valueGiven(workspace, uses, slot, input, call, given);
    if (known === undefined) return unknownAt(call.file, call.node, 'what it is given here is not known');
    values.push({ call, given, value: known === 'own' ? 'own' : known.value });
  }
  const outer = values.filter(({ value }) => value !== 'own');
  const [first] = outer;
  if (!first) return unknownAt(file, uses.fn, 'nothing calls it');
  const { value } = first;
  const other = outer.find((one) => !Object.is(one.value, value));
  if (other) return unknownAt(other.call.file, other.call.node, 'it is given another value here');
  return { kind: 'known', value: value as Constant, values };
}

function unknownAt(file: SourceFile, node: Node, because: string): InputValue {
  return { kind: 'unknown', because, at: { path: file.path, offset: node.start! } };
}

export function isSeenByArguments({ file, fn }: FunctionUses): boolean {
  return scopesOf(file).innerScope(fn)?.usesArguments ?? false;
}

function valueGiven(
  workspace: Workspace,
  uses: FunctionUses,
  slot: Slot,
  input: Input,
  { file }: Call,
  given: GivenValue['given'],
): { readonly value: Constant } | 'own' | undefined {
  if (given.kind === 'missing') return valueOfMissing(workspace, uses, slot, input);
  if (!given.value) return { value: true };
  if (file === uses.file && slot.kind === 'local' && isSame(file, given.value, slot.local)) return 'own';
  const known = constantOf(workspace, file, given.value);
  if (!known || !isPrimitive(known.value)) return undefined;
  return known.value === undefined ? valueOfMissing(workspace, uses, slot, input) : known;
}

function isSame(file: SourceFile, value: Node, local: Node): boolean {
  const scopes = scopesOf(file);
  return value.type === 'Identifier' && scopes.bindingOf(value) === scopes.bindingOf(local);
}

/** The default, as the function or `Page.defaultProps` gives it. */
function valueOfMissing(
  workspace: Workspace,
  uses: FunctionUses,
  slot: Slot,
  { property }: Input,
): { readonly value: Constant } | undefined {
  const otherwise = slot.kind === 'local' ? slot.otherwise : undefined;
  const own = otherwise ? constantOf(workspace, uses.file, otherwise) : { value: undefined };
  if (property === undefined) return own;
  // ({ open } = { open: true }) => …
  if (slot.whole && (slot.whole.type !== 'ObjectExpression' || givenInObject(slot.whole, property).kind !== 'missing'))
    return undefined;
  const defaults = uses.statics.filter(({ name }) => name === 'defaultProps');
  const [only] = defaults;
  if (!only) return own;
  const object = only.assignment.type === 'AssignmentExpression' ? only.assignment.right : undefined;
  if (defaults.length > 1 || object?.type !== 'ObjectExpression') return undefined;
  const given = givenInObject(object, property);
  if (given.kind === 'missing') return own;
  return given.kind === 'given' && given.value ? constantOf(workspace, only.file, given.value) : undefined;
}

/** The drafts that what is written for an input rests on: those that wrote it, and those that wrote the constants it names. */
export function writtenBy(session: Session, { call, given }: GivenValue): readonly string[] {
  const { path } = call.file;
  if (given.kind === 'missing') return session.touching(path, call.node.start!, call.node.end!);
  return [
    ...session.touching(path, given.node.start!, given.node.end!),
    ...(given.value ? behindNames(session, call.file, given.value) : []),
  ];
}

export function behindNames(session: Session, file: SourceFile, value: Node): readonly string[] {
  const keys: string[] = [];
  walk(value, (node) => {
    if (node.type !== 'Identifier') return;
    const declared = declarationOf(session, file, node);
    if (declared) keys.push(...session.touching(declared.file.path, declared.node.start!, declared.node.end!));
  });
  return keys;
}
