import { InvalidPatternError } from '../errors/invalid-pattern-error.ts';
import { Matcher, Wildcard } from './matcher.ts';

/** A pattern as it is tested. */
export type Spec =
  | { readonly kind: 'any' }
  | { readonly kind: 'is'; readonly value: string | boolean | null }
  | { readonly kind: 'like'; readonly expression: RegExp }
  | { readonly kind: 'list'; readonly items: readonly Item[] }
  | { readonly kind: 'node'; readonly of: number; readonly fields: readonly FieldSpec[] }
  | { readonly kind: 'one-of'; readonly options: readonly Spec[] }
  | { readonly kind: 'all-of'; readonly options: readonly Spec[] }
  | { readonly kind: 'not'; readonly of: Spec }
  | { readonly kind: 'if'; readonly predicate: (value: never) => unknown }
  | { readonly kind: 'save'; readonly name: string; readonly of: Spec };

/** @param index of the field in the shape of the node */
export interface FieldSpec {
  readonly index: number;
  readonly of: Spec;
}

/** Between `min` and `max` items of a list in a row. */
export interface Item {
  readonly of: Spec;
  readonly min: number;
  readonly max: number;
  /** The names under which they are saved as a list. */
  readonly names: readonly string[];
}

/** @throws InvalidPatternError for what is no pattern, and for a wildcard that does not stand in a list. */
export function specOf(pattern: unknown): Spec {
  if (pattern instanceof Matcher) return pattern.spec;
  if (Array.isArray(pattern)) return { kind: 'list', items: pattern.map(itemOf) };
  if (pattern instanceof RegExp) return { kind: 'like', expression: pattern };
  if (typeof pattern === 'string' || typeof pattern === 'boolean' || pattern === null) {
    return { kind: 'is', value: pattern };
  }
  if (pattern instanceof Wildcard) {
    throw new InvalidPatternError(
      'A wildcard does not stand in a list',
      'zeroOrMore, zeroOrOne, atLeast and atMost are items of the pattern of a list, such as the arguments of a call.',
    );
  }
  throw new InvalidPatternError(
    `A value of type ${typeof pattern} is no pattern`,
    'Give a matcher of m, a string, a regular expression, true, false, null or a list of matchers.',
  );
}

function itemOf(pattern: unknown): Item {
  if (pattern instanceof Wildcard) return pattern;
  return { of: specOf(pattern), min: 1, max: 1, names: [] };
}
