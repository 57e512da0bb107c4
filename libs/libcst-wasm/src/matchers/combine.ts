import type { AnyNode } from '../generated/nodes.ts';
import { Matcher, Wildcard } from './matcher.ts';
import type { AnyPattern, Captured, Matched } from './pattern.ts';
import { specOf } from './spec.ts';

/** What matches at least one of the patterns. The first that matches decides what is saved. */
export const oneOf = <const P extends readonly AnyPattern[]>(
  ...patterns: P
): Matcher<Matched<P[number]>, Partial<Captured<P>>> => new Matcher({ kind: 'one-of', options: patterns.map(specOf) });

/** What matches each of the patterns. */
export const allOf = <const P extends readonly AnyPattern[]>(...patterns: P): Matcher<AllMatched<P>, Captured<P>> =>
  new Matcher({ kind: 'all-of', options: patterns.map(specOf) });

type AllMatched<P> = P extends readonly [infer First, ...infer Rest] ? Matched<First> & AllMatched<Rest> : unknown;

/** What does not match the pattern: also nodes of another type and null. Nothing in it is saved. */
export const not = <T = AnyNode>(pattern: AnyPattern): Matcher<T> => new Matcher({ kind: 'not', of: specOf(pattern) });

/** What the function says yes to. */
export const matchIf = <T = AnyNode>(predicate: (value: T) => unknown): Matcher<T> =>
  new Matcher({ kind: 'if', predicate });

/** Anything: one node, whatever it is, or whatever is in the field. */
export const doNotCare = <T = AnyNode>(): Matcher<T> => new Matcher({ kind: 'any' });

/** Any number of items in a row. */
export const zeroOrMore = <T = AnyNode, C = unknown>(matcher: Matcher<T, C> = doNotCare() as never) =>
  atLeast(0, matcher);

/** One item, or none. */
export const zeroOrOne = <T = AnyNode, C = unknown>(matcher: Matcher<T, C> = doNotCare() as never) =>
  atMost(1, matcher);

/** `count` or more items in a row. */
export const atLeast = <T = AnyNode, C = unknown>(
  count: number,
  matcher: Matcher<T, C> = doNotCare() as never,
): Wildcard<T, Partial<C>> => new Wildcard(matcher.spec, count, Number.POSITIVE_INFINITY);

/** `count` or fewer items in a row. */
export const atMost = <T = AnyNode, C = unknown>(
  count: number,
  matcher: Matcher<T, C> = doNotCare() as never,
): Wildcard<T, Partial<C>> => new Wildcard(matcher.spec, 0, count);
