import type { Edit } from '@ffsd/edits';
import type { Param, SourceFile } from '@ffsd/python';
import { parsedFile, rejoin, removeListItem, scopesOf } from '@ffsd/python';
import { settleFlow } from '../settle-flow.ts';
import { isTestPath } from '../test-path.ts';
import { usersOf } from '../users-of.ts';
import { argumentFor, givenParameters } from './argument-for.ts';
import type { Callee } from './callee.ts';
import { bindsOf, calleeAt, nameOfCallee } from './callee.ts';
import type { CallPlace } from './calls-of.ts';
import { callsOf } from './calls-of.ts';
import { withoutParameterLines } from './docstring-lines.ts';
import type { Before } from './grounds.ts';
import { before, groundsOfCalls, inOrder, touchedNodes } from './grounds.ts';
import { isPublished } from './is-published.ts';
import type { Session } from './session.ts';
import { makeSite } from './site.ts';
import { assertedArguments } from './tests/asserted-arguments.ts';
import { whatBreaks } from './what-breaks.ts';

/**
 * Removes a parameter that nothing uses any more because of the changes so far, with what all calls give it and with what the
 * docstring says of it.
 *
 * @returns whether one was removed
 */
export function removeParameter(session: Session, path: string): boolean {
  const file = session.historyOf(path).length > 0 ? parsedFile(session, path) : undefined;
  if (!file || scopesOf(file).hasDynamicScope) return false;
  return touchedNodes(session, file, 'FunctionDef').some((node) => {
    const callee = calleeAt(path, node);
    const isMethod = callee.owner !== undefined && bindsOf(node) !== 'nothing';
    return givenParameters(node, isMethod).some(
      (param) => isUnused(file, param) && removeOne(session, file, callee, param),
    );
  });
}

function isUnused(file: SourceFile, param: Param): boolean {
  const binding = scopesOf(file).bindingOf(param.name);
  return binding?.references.length === 0 && binding.declarations.length === 1;
}

function removeOne(session: Session, file: SourceFile, callee: Callee, param: Param): boolean {
  const { path } = callee;
  const then = before(session, callee);
  const usesThen = then && usesBefore(then, param);
  // What was unused before the first change is none of this run's business.
  if (!then || !usesThen || usesThen.length === 0) return false;
  const name = param.name.value;
  const { start } = param.name;
  const found = removalOf(session, file, callee, param);
  if (typeof found === 'string') {
    const because = `nothing uses ${name} any more, but ${found}`;
    settleFlow(session, { path, lines: [session.lineOf(path, start)], code: 'unused-parameter' }, because);
    return false;
  }
  const line = session.lineOf(path, start);
  const calls = callsOf(session, file, callee);
  const given = found.arguments;
  const mocks = found.asserted > 0 ? [`the mocks that tests call by this name stand for ${nameOfCallee(callee)}`] : [];
  const doubts = [...calls.doubts, ...mocks];
  const grounds = new Set([...usersOf(session, path, usesThen), ...groundsOfCalls(session, then, calls)]);
  const shown = nameOfCallee(callee);
  // A function that hands its own parameter on to itself.
  const passed = calls.calls.map(({ path: at, call }) => ({ path: at, line: session.lineOf(at, call.start) }));
  const taken = session.commit({
    key: `parameter gone ${path} ${session.originOf(path, start)} ${name}`,
    title: `Remove the parameter ${name} of ${shown} from ${path.split('/').at(-1)}${given > 0 ? ' and from its calls' : ''}`,
    why: `Nothing uses ${name} any more once the changes that this one depends on are made, and all calls of ${shown} are known.${doubts.map((one) => ` See that ${one}.`).join('')}`,
    safety: doubts.length > 0 ? 'review' : 'safe',
    evidence: [
      { kind: 'no-other-reference', text: `${name} has no reference left in ${shown}`, place: { path, line } },
      {
        kind: 'all-calls-known',
        text: `${calls.calls.length} ${calls.calls.length === 1 ? 'call' : 'calls'}, ${given} with ${name}`,
      },
    ],
    files: [...found.edits].map(([at, edits]) => ({ kind: 'edit', path: at, edits })),
    dependsOn: inOrder(session, grounds),
  });
  if (!taken) return false;
  settleFlow(session, { path, lines: [line], code: 'unused-parameter', names: [name] }, undefined);
  const names = [shown, `${callee.node.name.value}()`, '__init__()'];
  for (const { path: at, line: told } of passed) {
    settleFlow(session, { path: at, lines: [told], code: 'passed-value', names }, undefined);
  }
  return true;
}

/** Where the parameter was used before the first change. */
function usesBefore({ file, callee }: Before, { name }: Param): readonly number[] | undefined {
  const own = givenParameters(callee.node, false).find((one) => one.name.value === name.value);
  const binding = own && scopesOf(file).bindingOf(own.name);
  return binding?.references.flatMap(({ offset }) => offset ?? []);
}

interface Removal {
  readonly edits: ReadonlyMap<string, readonly Edit[]>;
  /** How many calls give the parameter something. */
  readonly arguments: number;
  /** How many assertions of mocks expect it. */
  readonly asserted: number;
}

/** The edits, or why there are none. */
function removalOf(session: Session, file: SourceFile, callee: Callee, param: Param): Removal | string {
  const { path, node, owner } = callee;
  const shown = nameOfCallee(callee);
  const at = (where: string, offset: number) => `${where}:${session.lineOf(where, offset)}`;
  const root = owner?.node.name.value ?? node.name.value;
  if (isPublished(session, path, root)) return `${root} is offered to the outside by its package`;
  if (session.read(`${path}i`) !== undefined) return `${path}i declares the function, too`;
  // `# type: ignore` says nothing of the parameters.
  if (/#\s*type:(?!\s*ignore)/.test(file.text.slice(node.start, node.body.fullStart + 200)))
    return 'a comment gives the types of the parameters';
  const calls = callsOf(session, file, callee);
  const hindrance = calls.hindrances.find(({ path: where, kind }) => kind !== 'string' || !isTestPath(where));
  if (hindrance) return `${shown} ${hindrance.because} (${at(hindrance.path, hindrance.offset)})`;
  // A function that nothing calls is called by what is not seen: a framework, another program.
  if (!calls.calls.some((place) => !isTestPath(place.path))) return 'callers pass it';
  if (param.default && !makeSite(session, file).isPure(param.default)) return 'its default has an effect';
  const found = new Map<SourceFile, Edit[]>();
  const add = (where: SourceFile, edits: readonly Edit[] | undefined) => {
    if (edits) found.set(where, [...(found.get(where) ?? []), ...edits]);
    return edits !== undefined;
  };
  if (!add(file, removeListItem(file, param))) return 'it cannot be taken out';
  add(file, withoutParameterLines(file, node, param.name.value));
  let count = 0;
  for (const place of calls.calls) {
    const given = argumentFor(place.call, node, param, place.bound);
    const where = at(place.path, place.call.start);
    if (!place.sure) return `${where} may be a call of it`;
    if (given.kind === 'unknown') return `nobody knows whether ${where} gives it`;
    if (given.kind === 'left-out') continue;
    if (!makeSite(session, place.file).isPure(given.argument.value)) return `what ${where} gives it has an effect`;
    if (!add(treeOf(place, file), removeListItem(place.file, given.argument)))
      return `${where} cannot lose the argument`;
    count++;
  }
  const asserted = assertedArguments(session, callee, param, calls.calls);
  for (const { file: where, argument } of asserted) {
    const tree = [file, ...found.keys()].find((one) => one.path === where.path) ?? where;
    if (!add(tree, removeListItem(where, argument))) return `an assertion in ${where.path} cannot lose the argument`;
  }
  const edits = new Map<string, readonly Edit[]>();
  for (const [where, list] of found) {
    const sorted = list.sort((one, other) => one.start - other.start);
    if (sorted.some((one, index) => index > 0 && one.start < sorted[index - 1]!.end))
      return 'one of its calls stands in another';
    const joined = rejoin(where, sorted);
    if (!session.isEditable(where.path)) return `${where.path} is outside of what may be changed`;
    const breakage = whatBreaks(where, joined);
    if (breakage) return breakage.because;
    edits.set(where.path, joined);
  }
  return { edits, arguments: count, asserted: asserted.length };
}

/** The definition and its calls in the same file are edited together. */
function treeOf(place: CallPlace, file: SourceFile): SourceFile {
  return place.path === file.path ? file : place.file;
}
