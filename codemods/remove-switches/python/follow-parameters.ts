import type { Constant } from '@ffsd/fold';
import type { Param, SourceFile } from '@ffsd/python';
import { findAll, parsedFile, scopesOf } from '@ffsd/python';
import { flagBehind } from '../flag-behind.ts';
import { commitFold } from '../fold-file.ts';
import type { SettledFlag } from '../language.ts';
import { settleFlow } from '../settle-flow.ts';
import { isTestPath } from '../test-path.ts';
import { givenParameters } from './argument-for.ts';
import type { Callee } from './callee.ts';
import { bindsOf, calleeAt, calleeOf, nameOfCallee } from './callee.ts';
import type { CallPlace } from './calls-of.ts';
import { callsOf } from './calls-of.ts';
import { foldBinding } from './fold-binding.ts';
import { argumentStart, differs, givenAt } from './given-at.ts';
import { goesOn } from './goes-on.ts';
import type { Before } from './grounds.ts';
import { before, changedNodes, groundsOfCalls, touchedNodes } from './grounds.ts';
import { judgeParameter, testPlace } from './judge-parameter.ts';
import { planUses } from './plan-value.ts';
import type { Session } from './session.ts';
import { clearTest } from './tests/clear-test.ts';

/**
 * Folds the parameters that get the same constant at every call since the changes so far: of functions, methods and constructors.
 *
 * A default counts for the calls that leave the parameter out.
 */
export function followParameters(session: Session, path: string, flags: readonly SettledFlag[]): boolean {
  return calleesIn(session, path).some((callee) => followCallee(session, callee, flags));
}

/** The functions of which a call in the file was changed or removed. */
function calleesIn(session: Session, path: string): readonly Callee[] {
  const found = new Map<string, Callee>();
  const add = (callee: Callee | undefined) => {
    if (callee) found.set(`${callee.path} ${callee.node.name.start}`, callee);
  };
  const file = parsedFile(session, path);
  if (file) {
    for (const call of touchedNodes(session, file, 'Call')) add(calleeOf(session, file, call));
    for (const node of touchedNodes(session, file, 'FunctionDef')) add(calleeAt(path, node));
  }
  const original = parsedFile(session.base, path);
  if (original) {
    for (const call of changedNodes(session, original, 'Call')) {
      const then = calleeOf(session.base, original, call);
      if (then) add(presentOf(session, then));
    }
  }
  return [...found.values()];
}

/** The function as it is now. */
function presentOf(session: Session, { path, node }: Callee): Callee | undefined {
  const file = parsedFile(session, path);
  const now =
    file &&
    findAll(file.tree, 'FunctionDef').find(
      ({ name }) => name.value === node.name.value && session.originOf(path, name.start) === node.name.start,
    );
  return now && calleeAt(path, now);
}

function followCallee(session: Session, callee: Callee, flags: readonly SettledFlag[]): boolean {
  const file = parsedFile(session, callee.path);
  if (!file) return false;
  const isMethod = callee.owner !== undefined && bindsOf(callee.node) !== 'nothing';
  return givenParameters(callee.node, isMethod).some((param) => followParameter(session, file, callee, param, flags));
}

function followParameter(
  session: Session,
  file: SourceFile,
  callee: Callee,
  param: Param,
  flags: readonly SettledFlag[],
): boolean {
  if (scopesOf(file).bindingOf(param.name)?.references.length === 0) return false;
  const calls = callsOf(session, file, callee);
  const given = givenAt(calls.calls, callee.node, param, file);
  const product = given.filter(({ place }) => !isTestPath(place.path));
  const first = product.find((one) => one.kind === 'constant');
  if (first?.kind !== 'constant') return false;
  const then = before(session, callee);
  if (!then || !isNew(then, param, first.value)) return false;
  const grounds = groundsOfCalls(session, then, calls);
  const flag = flagBehind(session, flags, grounds);
  if (!flag || !goesOn(first.value, flag)) return false;
  const shown = `${param.name.value} of ${nameOfCallee(callee)}`;
  const verdict = judgeParameter(session, callee, param, calls, given, first.value, shown);
  const flows = product.map(({ place }) => ({
    path: place.path,
    lines: [session.lineOf(place.path, argumentStart(place, callee.node, param))],
    code: 'passed-value' as const,
    names: [shown, namedIn(place)],
  }));
  const isDecided = verdict.because === undefined || verdict.tests !== undefined;
  const planned = isDecided ? planUses(session, file, param.name, first.value) : undefined;
  if (planned?.kind === 'edits' && verdict.tests) {
    const carrier = { shown, wanted: first.value, flag, grounds };
    const tests = given.filter(({ place }) => isTestPath(place.path));
    const places = tests.map((one) => testPlace(one, callee, param));
    if (verdict.tests.some((test) => clearTest(session, carrier, test, places))) return true;
  }
  if (verdict.because !== undefined || planned?.kind !== 'edits') {
    const hindrance = planned?.kind === 'kept' ? planned.because : '';
    const because = verdict.because ?? `${shown} always gets the constant, but ${hindrance}`;
    for (const { names: _, ...flow } of flows) settleFlow(session, flow, because);
    return false;
  }
  const value = JSON.stringify(first.value);
  const line = session.lineOf(callee.path, param.name.start);
  const doubts = [...verdict.doubts, ...planned.assumptions];
  const { path, call } = first.place;
  const agreeing = given.filter((one) => !differs(one, first.value)).length;
  const taken = commitFold(
    session,
    { foldBinding: (at, text, local) => foldBinding(session, at, text, local) },
    flag,
    planned,
    {
      key: `parameter ${callee.path} ${session.originOf(callee.path, param.name.start)} ${param.name.value}`,
      title: `Fold ${shown}, which is now always ${value}, in ${callee.path.split('/').at(-1)}, line ${line}`,
      why: `With ${flag.key} settled every call gives ${shown} the value ${value}, so what depends on it is decided.${doubts.map((one) => ` See that ${one}.`).join('')}`,
      safety: doubts.length > 0 ? 'review' : 'safe',
      evidence: [
        {
          kind: 'known-value',
          text: `${agreeing} ${agreeing === 1 ? 'call gives' : 'calls give'} ${value}`,
          place: { path, line: session.lineOf(path, call.start) },
        },
      ],
      files: [{ kind: 'edit', path: callee.path, edits: planned.edits }],
      dependsOn: grounds,
    },
  );
  if (taken) for (const flow of flows) settleFlow(session, flow, undefined);
  return taken;
}

/** Whether the parameter was not known to have the value before the first change. */
function isNew(then: Before, param: Param, wanted: Constant): boolean {
  const { node } = then.callee;
  const own = givenParameters(node, false).find(({ name }) => name.value === param.name.value);
  if (!own || then.calls.hindrances.some(({ path }) => !isTestPath(path))) return own !== undefined;
  return givenAt(then.calls.calls, node, own, then.file).some(
    (one) => !isTestPath(one.place.path) && differs(one, wanted),
  );
}

/** As the note of the fold names what the value is passed to. */
function namedIn({ file, call }: CallPlace): string {
  return `${file.text.slice(call.func.start, call.func.end).replace(/\s+/g, ' ').slice(0, 60)}()`;
}
