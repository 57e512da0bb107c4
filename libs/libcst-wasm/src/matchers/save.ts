import type { AnyNode } from '../generated/nodes.ts';
import { doNotCare } from './combine.ts';
import { Matcher, Wildcard } from './matcher.ts';
import type { AnyPattern, Captured, Matched } from './pattern.ts';
import { specOf } from './spec.ts';

/**
 * Saves what matches the pattern under a name, for `extract` and `extractAll`; LibCST's `SaveMatchedNode`. Without a
 * pattern it saves whatever stands there. Around a wildcard it saves the list of the items that the wildcard took.
 */
export const save: Save = ((name: string, pattern: unknown = doNotCare()) =>
  pattern instanceof Wildcard
    ? new Wildcard(pattern.of, pattern.min, pattern.max, [...pattern.names, name])
    : new Matcher({ kind: 'save', name, of: specOf(pattern) })) as Save;

export interface Save {
  <const Name extends string, T = AnyNode>(name: Name): Matcher<T, Saved<Name, T>>;
  <const Name extends string, T, C>(name: Name, wildcard: Wildcard<T, C>): Wildcard<T, Saved<Name, readonly T[]> & C>;
  <const Name extends string, T, C>(name: Name, matcher: Matcher<T, C>): Matcher<T, Saved<Name, T> & C>;
  <const Name extends string, const P extends AnyPattern>(
    name: Name,
    pattern: P,
  ): Matcher<Matched<P>, Saved<Name, Matched<P>> & Captured<P>>;
}

type Saved<Name extends string, T> = { readonly [Key in Name]: T };
