import type { Constant } from '@ffsd/fold';
import { isTestPath } from '../test-path.ts';
import type { Callee } from './callee.ts';
import { nameOfCallee } from './callee.ts';
import type { Calls } from './calls-of.ts';
import type { Given } from './given-at.ts';
import { differs } from './given-at.ts';
import { isPublished } from './is-published.ts';
import type { Session } from './session.ts';

export interface ParameterVerdict {
  /** Why the parameter cannot be followed. */
  readonly because?: string;
  /** What is taken for granted, in words for a reviewer. */
  readonly doubts: readonly string[];
}

/**
 * Whether a parameter certainly has a value at every call.
 *
 * @param shown the parameter as a reader names it
 */
export function judgeParameter(
  session: Session,
  callee: Callee,
  calls: Calls,
  all: readonly Given[],
  wanted: Constant,
  shown: string,
): ParameterVerdict {
  const at = (path: string, offset: number) => `${path}:${session.lineOf(path, offset)}`;
  const fails = (because: string): ParameterVerdict => ({ because, doubts: [] });
  const root = callee.owner?.node.name.value ?? callee.node.name.value;
  if (!session.isEditable(callee.path)) return fails(`${callee.path} is outside of what may be changed`);
  if (isPublished(session, callee.path, root)) return fails(`${root} is offered to the outside by its package`);
  const serious = calls.hindrances.find(({ path }) => !isTestPath(path));
  if (serious) return fails(`${nameOfCallee(callee)} ${serious.because} (${at(serious.path, serious.offset)})`);
  const others = all.filter((one) => differs(one, wanted));
  const product = others.find(({ place }) => !isTestPath(place.path));
  if (product) return fails(`${shown} gets another value at ${at(product.place.path, product.place.call.start)}`);
  const leftOut = others.filter((one) => one.kind === 'constant' && one.leftOut);
  const given = others.find((one) => !leftOut.includes(one))?.place;
  // A patched function is none, and what patches it says nothing of the calls.
  const hindrance = calls.hindrances.find(({ kind }) => kind !== 'string');
  const test = given ? at(given.path, given.call.start) : hindrance && at(hindrance.path, hindrance.offset);
  if (test) return fails(`${shown} gets the constant but for a test (${test})`);
  const doubts = leftOut
    .slice(0, 1)
    .map(({ place }) => `no test such as ${at(place.path, place.call.start)} counts on what it leaves out`);
  return { doubts: [...calls.doubts, ...doubts] };
}
