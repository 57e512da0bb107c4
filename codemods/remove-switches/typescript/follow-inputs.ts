import { mapOffset } from '@ffsd/edits';
import type { Constant } from '@ffsd/fold';
import type { SourceFile } from '@ffsd/typescript';
import { scopesOf } from '@ffsd/typescript';
import { flagBehind } from '../flag-behind.ts';
import { commitFold } from '../fold-file.ts';
import { goneBecauseOf } from '../gone-because-of.ts';
import type { SettledFlag } from '../language.ts';
import type { FoldedBinding } from '../planned-read.ts';
import { isTestPath } from '../test-path.ts';
import type { FunctionPlace } from './callee-of.ts';
import type { FunctionUses, UsePlaceOf } from './calls-of.ts';
import { callsOf } from './calls-of.ts';
import { checkedPlan } from './checked-plan.ts';
import { describeInput } from './describe-input.ts';
import { bindingAt, foldBinding } from './fold-binding.ts';
import { foldProperty, isOnlyRead } from './fold-property.ts';
import { nameOfFunction } from './function-at.ts';
import type { Input } from './given-at.ts';
import { globbedBy } from './globbed-folders.ts';
import { isPublished } from './is-published.ts';
import { isRoute } from './is-route.ts';
import type { GivenValue, InputValue } from './known-input.ts';
import { inputValueOf, writtenBy } from './known-input.ts';
import { originOfName } from './origin-of-name.ts';
import type { Session } from './session.ts';
import { settleGiven } from './settle-given.ts';
import type { Slot } from './slot-of.ts';
import { slotOf } from './slot-of.ts';

/**
 * Folds a parameter or prop that gets the same constant at every call of the workspace since the changes so far, as one change.
 *
 * What it got before does not matter, unless it was the same constant everywhere even then: that is none of this run's business.
 *
 * @returns whether something was folded
 */
export function followInput(
  session: Session,
  { file, fn, anchor }: FunctionPlace,
  input: Input,
  flags: readonly SettledFlag[],
): boolean {
  const { path } = file;
  const slot = slotOf(fn, input);
  if (!slot || isUnused(file, slot) || wasTried(session, path, anchor, input)) return false;
  const uses = callsOf(session, path, anchor);
  if (!uses || uses.calls.every((call) => isTestPath(call.file.path))) return false;
  const leave = (because: string) => {
    settleGiven(session, uses, input, because);
    return false;
  };
  const now = knownNow(session, uses, slot, input);
  if (now.kind === 'unknown')
    return leave(`${now.because} (${now.at.path}:${session.lineOf(now.at.path, now.at.offset)})`);
  const before = callsOf(session.base, path, originOfName(session, path, anchor));
  const then = before && slotOf(before.fn, input);
  if (!before || !then || inputValueOf(session.base, before, then, input).kind === 'known') return false;
  const written = now.values.flatMap((one) => (one.given.kind === 'given' ? writtenBy(session, one) : []));
  const flag = flagBehind(session, flags, written);
  if (!flag) return false;
  const planned = checkedPlan(file, { kind: 'edits', ...foldSlot(session, file, slot, input, now.value) });
  if (planned.kind === 'kept') return leave(planned.because);
  if (planned.edits.length === 0) return false;
  const name = nameOfFunction(file, fn);
  const taken = commitFold(session, { foldBinding: (...args) => foldBinding(session, ...args) }, flag, planned, {
    ...describeInput(session, { file, name, input, slot, ...now, flag, assumptions: planned.assumptions }),
    key: `known ${name} ${slot.local.name}.${input.property ?? ''} ${path} ${before.fn.start}`,
    files: [{ kind: 'edit', path, edits: planned.edits }],
    dependsOn: groundsOf(session, file, slot, now.values, before, then),
  });
  const after = (offset: number) => mapOffset(planned.edits, offset, 'after');
  const present = taken ? callsOf(session, path, after(anchor)) : undefined;
  if (present && isFolded(present, after(slot.local.start!), input)) settleGiven(session, present, input, undefined);
  return taken;
}

function knownNow(session: Session, uses: FunctionUses, slot: Slot, input: Input): InputValue {
  const { file, fn } = uses;
  const unknown = (because: string): InputValue => ({
    kind: 'unknown',
    because,
    at: { path: file.path, offset: fn.start! },
  });
  if (uses.exportedAs.some((one) => isPublished(session.base, file.path, one)))
    return unknown('others than this workspace can call it');
  if (isRoute(session, file.path, uses.exportedAs)) return unknown('a framework calls it by the place of its file');
  if (uses.exportedAs.length > 0 && globbedBy(session, file.path))
    return unknown('its file is loaded with others of its folder');
  const now = inputValueOf(session, uses, slot, input);
  if (now.kind === 'unknown') return now;
  const isComponent = uses.calls.every(({ kind }) => kind !== 'call');
  // React writes to no props; what a function gets, it may hand on to one that does.
  if (slot.kind === 'object' && !isComponent && !isOnlyRead(file, scopesOf(file).bindingOf(slot.local)!))
    return unknown('the object that it gets may be written to');
  return session.isEditable(file.path) ? now : unknown('its file is outside of what may be changed');
}

function isUnused(file: SourceFile, { local }: Slot): boolean {
  return (
    scopesOf(file)
      .bindingOf(local)
      ?.references.every(({ read }) => !read) ?? true
  );
}

function foldSlot(
  session: Session,
  { path, text }: SourceFile,
  slot: Slot,
  input: Input,
  value: Constant,
): FoldedBinding {
  const local = { name: slot.local.name, offset: slot.local.start!, value };
  return slot.kind === 'local'
    ? foldBinding(session, path, text, local, 'uses')
    : foldProperty(session, path, text, local, input.property!);
}

/**
 * What the knowledge rests on: the drafts that wrote what is given, those that took away calls with something else, and those that
 * took away what else the parameter was set to.
 */
function groundsOf(
  session: Session,
  file: SourceFile,
  slot: Slot,
  values: readonly GivenValue[],
  before: FunctionUses,
  then: Slot,
): readonly string[] {
  const otherwise = slot.kind === 'local' ? (slot.otherwise ?? slot.local) : slot.local;
  const writes: readonly UsePlaceOf[] = (scopesOf(before.file).bindingOf(then.local)?.references ?? [])
    .filter(({ write }) => write)
    .map(({ node }) => ({ path: before.file.path, offset: node.start! }));
  return [
    ...new Set([
      ...values.flatMap((one) => writtenBy(session, one)),
      ...goneBecauseOf(session, [...before.places, ...writes]),
      ...session.touching(file.path, otherwise.start!, otherwise.end!),
    ]),
  ];
}

function isFolded({ file }: FunctionUses, local: number, { property }: Input): boolean {
  const binding = bindingAt(file, local);
  if (!binding) return true;
  if (property === undefined) return binding.references.length === 0;
  return binding.name !== property || binding.references.length === 0;
}

const tried = new WeakMap<Session, Map<string, number>>();

/** What could not be folded is not tried again before something else has changed. */
function wasTried(session: Session, path: string, anchor: number, { index, property }: Input): boolean {
  let known = tried.get(session);
  if (!known) {
    known = new Map();
    tried.set(session, known);
  }
  const key = `${path} ${session.originOf(path, anchor)} ${index} ${property ?? ''}`;
  const same = known.get(key) === session.drafts.length;
  known.set(key, session.drafts.length);
  return same;
}
