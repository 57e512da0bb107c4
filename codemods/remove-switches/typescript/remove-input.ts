import type { FileEdit } from '@ffsd/changes';
import type { Edit } from '@ffsd/edits';
import type { SourceFile } from '@ffsd/typescript';
import { parsedFile } from '@ffsd/typescript';
import { goneBecauseOf } from '../gone-because-of.ts';
import { usersOf } from '../users-of.ts';
import type { FunctionUses } from './calls-of.ts';
import { callsOf } from './calls-of.ts';
import { wordFor } from './describe-input.ts';
import { nameOfFunction } from './function-at.ts';
import { givenAt } from './given-at.ts';
import { globbedBy } from './globbed-folders.ts';
import { isPublished } from './is-published.ts';
import { isRoute } from './is-route.ts';
import { isSeenByArguments } from './known-input.ts';
import { originOfName } from './origin-of-name.ts';
import { removeAtCalls } from './remove-at-calls.ts';
import { removeFromFunction } from './remove-from-function.ts';
import { removeTypeMembers } from './remove-type-members.ts';
import type { Session } from './session.ts';
import type { UnusedInput } from './unused-inputs.ts';
import { unusedInputs } from './unused-inputs.ts';

/**
 * Removes parameters and props that the functions of a file do not use any more since the changes so far, together with what every
 * call gives for them, with the members of their types and with what comments say of them, as one change each.
 *
 * @returns whether one was removed
 */
export function removeInputs(session: Session, path: string): boolean {
  const original = parsedFile(session.base, path);
  let removed = false;
  for (let progress = original !== undefined; progress; removed ||= progress) {
    progress = false;
    const file = parsedFile(session, path);
    if (!file) return removed;
    for (const unused of unusedInputs(session, file, original!)) {
      progress = removeOne(session, file, unused);
      if (progress) break;
    }
  }
  return removed;
}

/** Edits of several files, on their present texts; or why something must stay. */
export type FileEdits = ReadonlyMap<string, readonly Edit[]>;
export type Removal = { readonly edits: FileEdits } | { readonly because: string };

function removeOne(session: Session, file: SourceFile, unused: UnusedInput): boolean {
  const { path } = file;
  const { anchor, input, name, offset } = unused;
  const uses = callsOf(session, path, anchor);
  const before = callsOf(session.base, path, originOfName(session, path, anchor));
  // Of a callback nothing is known; what uses the parameter no more says so elsewhere.
  if (!uses || !before) return false;
  const place = { path, line: session.lineOf(path, offset) };
  const plan = planRemoval(session, uses, unused);
  if ('because' in plan) {
    if (!isNoted(session, place)) {
      const because = `nothing uses the ${wordOf(uses, unused)} ${name} any more, but ${plan.because}`;
      if (unused.local) session.keep({ place, code: 'unused-parameter', because });
    }
    return false;
  }
  const files = [...plan.edits]
    .filter(([, edits]) => edits.length > 0)
    .map(([where, edits]): FileEdit => ({ kind: 'edit', path: where, edits }));
  // A prop that is gone has nothing left to be removed.
  if (files.length === 0) return false;
  const owner = nameOfFunction(file, unused.fn);
  const word = wordOf(uses, unused);
  const given = uses.calls.filter((call) => givenAt(call, input).kind === 'given').length;
  const at =
    given === 0 ? '' : given === 1 ? ' and from the place that gives it' : ` and from the ${given} places that give it`;
  return session.commit({
    key: `input ${owner} ${name} ${path} ${before.fn.start} ${session.originOf(path, offset)}`,
    title: `Remove the ${word} ${name} from ${owner}${at}`,
    why: `Nothing in ${owner} uses ${name} any more once the changes that this one depends on are made, so nobody needs to give it.`,
    safety: 'safe',
    evidence: [{ kind: 'no-other-reference', text: `${owner} does not use ${name}`, place }],
    files,
    dependsOn: groundsOf(session, uses, before, unused),
  });
}

function wordOf({ calls }: FunctionUses, { input }: UnusedInput): string {
  return wordFor(
    input,
    calls.some(({ kind }) => kind !== 'call'),
  );
}

function planRemoval(session: Session, uses: FunctionUses, unused: UnusedInput): Removal {
  const { file, unknown, calls, typed, mocks, exportedAs, wrappers } = uses;
  const stays = (because: string): Removal => ({ because });
  const at = (one: { readonly path: string; readonly offset: number }) =>
    `${one.path}:${session.lineOf(one.path, one.offset)}`;
  if (unknown) return stays(`${unknown.because} (${at(unknown)})`);
  if (exportedAs.some((one) => isPublished(session.base, file.path, one)))
    return stays('others than this workspace can call it');
  if (isRoute(session, file.path, exportedAs)) return stays('a framework calls it by the place of its file');
  if (exportedAs.length > 0 && globbedBy(session, file.path))
    return stays('its file is loaded with others of its folder');
  if (isSeenByArguments(uses)) return stays('the function looks at its arguments as a whole');
  if (calls.length === 0) return stays('nothing shows what calls the function');
  if (typed[0]) return stays(`a type is made of the function (${at(typed[0])})`);
  const compares = mocks.find((path) => /CalledWith|\.calls\b/.test(session.read(path) ?? ''));
  if (compares !== undefined) return stays(`a test looks at what the function is called with (${compares})`);
  const compared = wrappers.find(({ node }) => node.type === 'CallExpression' && node.arguments.length > 1);
  if (compared && unused.input.property !== undefined)
    return stays('what compares the props of the component looks at them, too');
  const fromCalls = removeAtCalls(session, uses, unused);
  if ('because' in fromCalls) return fromCalls;
  const fromFunction = removeFromFunction(uses, unused, fromCalls.whole);
  if ('because' in fromFunction) return fromFunction;
  const known = merged([fromCalls.edits, fromFunction.edits]);
  const fromTypes: Removal = fromFunction.typesGo
    ? { edits: new Map() }
    : removeTypeMembers(session, uses, unused, known);
  if ('because' in fromTypes) return fromTypes;
  const edits = merged([known, fromTypes.edits]);
  const closed = [...edits.keys()].find((path) => !session.isEditable(path));
  if (closed !== undefined) return stays(`${closed} is outside of what may be changed`);
  const overlap = [...edits.values()].some((list) =>
    list.some((one, index) => index > 0 && one.start < list[index - 1]!.end),
  );
  return overlap ? stays('what is given for it stands in each other') : { edits };
}

function merged(lists: readonly FileEdits[]): FileEdits {
  const all = new Map<string, Edit[]>();
  for (const edits of lists) {
    for (const [path, list] of edits) all.set(path, [...(all.get(path) ?? []), ...list]);
  }
  for (const list of all.values()) list.sort((one, other) => one.start - other.start || one.end - other.end);
  return all;
}

/** What took away the uses in the function, and the calls that gave something to it. */
function groundsOf(
  session: Session,
  uses: FunctionUses,
  before: FunctionUses,
  { input, usedAt }: UnusedInput,
): readonly string[] {
  const given = uses.calls.flatMap((call) => {
    const one = givenAt(call, input);
    return one.kind === 'given' ? session.touching(call.file.path, one.node.start!, one.node.end!) : [];
  });
  return [
    ...new Set([...usersOf(session, uses.file.path, usedAt), ...goneBecauseOf(session, before.places), ...given]),
  ];
}

function isNoted(session: Session, { path, line }: { readonly path: string; readonly line: number }): boolean {
  return session.kept.some(
    ({ place, code }) => code === 'unused-parameter' && place.path === path && place.line === line,
  );
}
