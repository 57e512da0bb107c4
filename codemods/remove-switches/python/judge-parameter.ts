import type { Constant } from '@ffsd/fold';
import type { Param } from '@ffsd/python';
import { isTestPath } from '../test-path.ts';
import type { Callee } from './callee.ts';
import { nameOfCallee } from './callee.ts';
import type { Calls } from './calls-of.ts';
import type { Given } from './given-at.ts';
import { argumentOf, differs } from './given-at.ts';
import { isPublished } from './is-published.ts';
import type { Session } from './session.ts';
import type { TestPlace } from './tests/clear-test.ts';
import { saysOf } from './tests/clear-test.ts';

export interface ParameterVerdict {
  /** Why the parameter cannot be followed. */
  readonly because?: string;
  /** What is taken for granted, in words for a reviewer. */
  readonly doubts: readonly string[];
  /** The calls of tests that alone speak against it. */
  readonly tests?: readonly TestPlace[];
}

/**
 * Whether a parameter certainly has a value at every call.
 *
 * @param shown the parameter as a reader names it
 */
export function judgeParameter(
  session: Session,
  callee: Callee,
  param: Param,
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
  // A patched function is none, and what patches it says nothing of the calls.
  const hindrance = calls.hindrances.find(({ kind }) => kind !== 'string');
  const butFor = (test: string) => `${shown} gets the constant but for a test (${test})`;
  if (hindrance) return fails(butFor(at(hindrance.path, hindrance.offset)));
  const isLeftOut = (one: Given) => one.kind === 'constant' && one.leftOut;
  const said = others.map((one) => ({ one, place: testPlace(one, callee, param) }));
  const says = (wish: string) =>
    said.filter(({ one, place }) => !isLeftOut(one) && saysOf(session, place, { wanted }) === wish);
  const [against] = says('other');
  if (against) {
    const { path, node } = against.place;
    return { ...fails(butFor(at(path, node.start))), tests: says('other').map(({ place }) => place) };
  }
  const such = (what: string, one: Given | undefined) =>
    one ? [`no test such as ${at(one.place.path, one.place.call.start)} counts on what it ${what}`] : [];
  const doubts = [...such('leaves out', others.find(isLeftOut)), ...such('gives it', says('filler')[0]?.one)];
  return { doubts: [...calls.doubts, ...doubts] };
}

/** The calls of tests, as places that give the parameter a value. */
export function testPlace({ place }: Given, { node }: Callee, param: Param): TestPlace {
  return { path: place.path, value: argumentOf(place, node, param), node: place.call };
}
