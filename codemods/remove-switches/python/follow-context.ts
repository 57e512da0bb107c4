import type { Constant } from '@ffsd/fold';
import { isTruthy } from '@ffsd/fold';
import type { AnyNode, SourceFile } from '@ffsd/python';
import { parsedFile, stringValue } from '@ffsd/python';
import { foldBinding } from '../django/fold-binding.ts';
import { isTemplate } from '../django/is-template.ts';
import { nameInTemplate } from '../django/name-in-template.ts';
import { planExpression } from '../django/plan-read.ts';
import { draftsOver } from '../drafts-over.ts';
import { flagBehind } from '../flag-behind.ts';
import type { KnownValue, UsePlace } from '../fold-known-uses.ts';
import { foldKnownUses } from '../fold-known-uses.ts';
import type { SettledFlag } from '../language.ts';
import { settleFlow } from '../settle-flow.ts';
import { isTestPath } from '../test-path.ts';
import { onlyIndex } from './constant-of.ts';
import type { Given } from './context-given.ts';
import { givenIn, templateAt } from './context-given.ts';
import { contradictionIn, contradictionOf, mayReach } from './context-law.ts';
import type { ContextOccurrence } from './context-occurrences.ts';
import { contextOccurrences } from './context-occurrences.ts';
import { goesOn } from './goes-on.ts';
import { inOrder, touchedNodes } from './grounds.ts';
import { isSameConstant, literalOf } from './literal-of.ts';
import type { Session } from './session.ts';

/**
 * Folds what templates of Django and Jinja are given under a key, when every entry with this key in the workspace gives the same
 * constant since the changes so far, and, where a missing key would do something else, every place that shows the template gives it.
 */
export function followContext(session: Session, path: string, flags: readonly SettledFlag[]): boolean {
  const file = parsedFile(session, path);
  if (!file || isTestPath(path)) return false;
  let folded = false;
  for (const [key, value] of keysIn(session, file)) folded = followKey(session, key, value, flags) || folded;
  return folded;
}

/** The keys to which a changed place of the file gives a constant. */
function keysIn(session: Session, file: SourceFile): ReadonlyMap<string, Constant> {
  const found = new Map<string, Constant>();
  const add = (key: string | undefined, value: AnyNode | undefined) => {
    const known = value && literalOf(value);
    if (key === undefined || !/^[A-Za-z_]\w*$/.test(key) || !known) return;
    if (session.touching(file.path, value.start, value.end).length > 0) found.set(key, known.value);
  };
  for (const { key, value } of touchedNodes(session, file, 'DictElement')) add(stringValue(key), value);
  for (const { keyword, value } of touchedNodes(session, file, 'Arg')) add(keyword?.value, value);
  for (const { targets, value } of touchedNodes(session, file, 'Assign')) {
    const target = targets.length === 1 ? targets[0]!.target : undefined;
    const index = target?.type === 'Subscript' ? onlyIndex(target) : undefined;
    add(index && stringValue(index), value);
  }
  return found;
}

function followKey(session: Session, key: string, wanted: Constant, flags: readonly SettledFlag[]): boolean {
  const templates = templatesWith(session, key);
  if (templates.length === 0) return false;
  const occurrences = contextOccurrences(session, key);
  const before = contextOccurrences(session.base, key);
  const entries = occurrences.filter(
    ({ kind, value }) => kind === 'entry' && value !== undefined && isSameConstant(value, wanted),
  );
  if (!isNew(before, wanted)) return false;
  const own = groundsOfEntries(session, before, entries);
  const flag = flagBehind(session, flags, own);
  if (!flag || !goesOn(wanted, flag)) return false;
  const tell = (reason: string | undefined) => settle(session, entries, key, reason);
  const contradiction = contradictionOf(session, occurrences, key, wanted, flag);
  if (contradiction !== undefined) {
    tell(contradiction);
    return false;
  }
  let folded = 0;
  let reason: string | undefined;
  for (const path of templates) {
    const given = givenIn(session, path, key, wanted);
    const because =
      given.contradicted ??
      contradictionIn(session, occurrences, key, wanted, given.seen) ??
      (given.isGiven ? undefined : (given.missing ?? `nothing gives ${key} to ${path}`));
    if (because !== undefined) {
      const isOwn = entries.some((entry) => mayReach(session, entry, given.seen));
      if (isOwn) reason ??= `${key} stays in ${path}: ${because}`;
      continue;
    }
    const known = knownValue(session, key, wanted, entries, [
      ...own,
      ...groundsOfShowing(session, given, givenIn(session.base, path, key, wanted)),
    ]);
    const isSafe = (isTested: boolean) => given.missing === undefined || (isTested && !isTruthy(wanted, 'python'));
    const places = () => placesIn(session, path, key, wanted, given, isSafe);
    const reader = {
      foldBinding: (at: string, text: string, local: Parameters<typeof foldBinding>[3]) =>
        foldBinding(session, at, text, local),
    };
    const result = foldKnownUses(session, reader, flag, path, known, places);
    folded += result.folded;
    const left = usesLeft(session, path, key);
    if (left > 0) reason ??= `${key} stays in ${path}: ${given.missing ?? 'not every use of it can be folded'}`;
  }
  const read = occurrences.find(({ kind }) => kind === 'read');
  if (read) reason ??= `${key} is also read at ${read.path}:${session.lineOf(read.path, read.offset)}`;
  // Where nothing is left to say, the entry goes, and its outcome is told with that.
  if (reason !== undefined) tell(reason);
  return folded > 0;
}

/** The templates in whose tags and expressions the name stands. */
export function templatesWith(workspace: Session | Session['base'], key: string): readonly string[] {
  return workspace.search([key]).filter((path) => {
    if (!isTemplate(path) || isTestPath(path)) return false;
    const file = templateAt(workspace, path);
    const name = file && nameInTemplate(file, key);
    return name !== undefined && name.uses.length + name.opaque.length > 0;
  });
}

function usesLeft(session: Session, path: string, key: string): number {
  const file = templateAt(session, path);
  const name = file && nameInTemplate(file, key);
  return name ? name.uses.length + name.opaque.length : 0;
}

/** Whether it was not known before the first change that all entries have the value. */
function isNew(before: readonly ContextOccurrence[], wanted: Constant): boolean {
  return before.some(({ kind, value }) => {
    if (kind === 'read') return false;
    return kind === 'unknown' || value === undefined || !isSameConstant(value, wanted);
  });
}

/** The drafts that wrote the constant, and those that changed or removed what else may have given the key a value. */
function groundsOfEntries(
  session: Session,
  before: readonly ContextOccurrence[],
  entries: readonly ContextOccurrence[],
): readonly string[] {
  const keys = new Set<string>();
  const add = (some: readonly string[]) => {
    for (const key of some) keys.add(key);
  };
  for (const { path, node, offset } of before)
    add(draftsOver(session, path, node?.start ?? offset, node?.end ?? offset));
  for (const { path, node } of entries) if (node) add(session.touching(path, node.start, node.end));
  return inOrder(session, keys);
}

/** The drafts that changed or removed what shows the template. */
function groundsOfShowing(session: Session, now: Given, then: Given): readonly string[] {
  const keys = new Set<string>();
  for (const { path, start, end } of now.looked) for (const key of session.touching(path, start, end)) keys.add(key);
  for (const { path, start, end } of then.looked)
    for (const key of draftsOver(session, path, start, end)) keys.add(key);
  return inOrder(session, keys);
}

function knownValue(
  session: Session,
  key: string,
  value: Constant,
  entries: readonly ContextOccurrence[],
  grounds: readonly string[],
): KnownValue {
  const given = entries.filter(({ valueNode }) => valueNode);
  const [first] = given;
  return {
    name: key,
    value,
    because:
      given.length === 1
        ? 'the only place that gives it to a template gives that'
        : `all ${given.length} places that give it to templates give that`,
    place: { path: first!.path, line: session.lineOf(first!.path, first!.offset) },
    grounds: [...new Set(grounds)],
  };
}

/** The uses in the present text of a template. */
function placesIn(
  session: Session,
  path: string,
  key: string,
  value: Constant,
  given: Given,
  isSafe: (isTested: boolean) => boolean,
): readonly UsePlace[] {
  const file = templateAt(session, path);
  if (!file) return [];
  return nameInTemplate(file, key)
    .uses.filter(({ isTested }) => isSafe(isTested))
    .map(({ node, place }) => ({
      offset: node.start,
      code: key,
      plan() {
        const planned = planExpression(session, file, { node, place, value });
        if (planned.kind === 'kept') return planned;
        return { ...planned, assumptions: [...planned.assumptions, ...given.assumptions] };
      },
    }));
}

/** Gives the entries their outcome. */
export function settle(
  session: Session,
  entries: readonly ContextOccurrence[],
  key: string,
  left: string | undefined,
): void {
  for (const { path, valueNode, offset } of entries) {
    const line = session.lineOf(path, valueNode?.start ?? offset);
    settleFlow(session, { path, lines: [line], code: 'stored-value', names: [key] }, left);
    settleFlow(session, { path, lines: [line], code: 'passed-value' }, left);
  }
}
