import { InvalidPatternError } from '../errors/invalid-pattern-error.ts';
import type { NodeTypes } from '../generated/nodes.ts';
import { shapes } from '../generated/shapes.ts';
import { kindOf } from '../kinds.ts';
import { allOf, atLeast, atMost, doNotCare, matchIf, not, oneOf, zeroOrMore, zeroOrOne } from './combine.ts';
import { Matcher, type NoCaptures, Wildcard } from './matcher.ts';
import type { Captured, FieldName, FieldPatterns, Pattern } from './pattern.ts';
import { save } from './save.ts';
import { type FieldSpec, specOf } from './spec.ts';

type Type = keyof NodeTypes;

/** One function for each node: `m.Call({ func: m.Name('print') })`. */
export type NodeMatchers = {
  readonly [T in Type]: MatchNode<T>;
};

export type MatchNode<T extends Type> = <const P extends FieldPatterns<NodeTypes[T]> = NoCaptures, C = NoCaptures>(
  given?: (P & NoOthers<P, FieldName<NodeTypes[T]>>) | Short<T, C>,
) => Matcher<NodeTypes[T], Captured<P> & C>;

/** The value alone: `m.Name('print')`, `m.Arg(m.Name())`. */
type Short<T extends Type, C> = T extends ValueFirst ? ValuePattern<NodeTypes[T]['value'], C> : never;
type ValuePattern<V, C> = Matcher<V, C> | Extract<Pattern<V>, string | RegExp | null>;

/** A field that the node does not have is most often a slip of the pen. */
type NoOthers<P, Names extends PropertyKey> = [Exclude<keyof P, Names>] extends [never]
  ? unknown
  : { readonly [Name in Exclude<keyof P, Names>]: never };

/** The nodes whose first field in LibCST is their value. */
export type ValueFirst =
  | 'Arg'
  | 'Attribute'
  | 'Comment'
  | 'Element'
  | 'Expr'
  | 'Float'
  | 'FormattedStringText'
  | 'Imaginary'
  | 'Index'
  | 'Integer'
  | 'MatchSequenceElement'
  | 'MatchSingleton'
  | 'MatchValue'
  | 'Name'
  | 'Newline'
  | 'Return'
  | 'SimpleString'
  | 'SimpleWhitespace'
  | 'StarredDictComp'
  | 'StarredDictElement'
  | 'StarredElement'
  | 'Subscript'
  | 'TemplatedStringText'
  | 'Yield';

/** A node of one of several types, with what can be said of the fields that they have in common. */
export const typeOf = <T extends Type, const P extends CommonFields<T> = NoCaptures>(
  types: readonly T[],
  fields?: P,
): Matcher<NodeTypes[T], Captured<P>> =>
  new Matcher({ kind: 'one-of', options: types.map((type) => nodeMatcher(type, [fields]).spec) });

type CommonFields<T extends Type> = {
  readonly [Name in Exclude<keyof NodeTypes[T], keyof NodeTypes['Pass'] | 'with'>]?: Pattern<NodeTypes[T][Name]>;
};

const combining = {
  allOf,
  atLeast,
  atMost,
  doNotCare,
  matchIf,
  not,
  oneOf,
  save,
  typeOf,
  zeroOrMore,
  zeroOrOne,
} as const;

/**
 * Matchers: one for each node, by LibCST's names, and those that combine them.
 *
 * A text is matched by a string, which it must be, or by a regular expression, which it must contain a match of (LibCST
 * wants it to match the whole: write `^…$` for that). A list is matched by a list.
 */
export const m: NodeMatchers & typeof combining = {
  ...(Object.fromEntries(
    shapes.slice(1).map(({ name }) => [name, (...given: unknown[]) => nodeMatcher(name, given)]),
  ) as unknown as NodeMatchers),
  ...combining,
};

function nodeMatcher(type: string, given: readonly unknown[]): Matcher<never, never> {
  const of = kindOf(type);
  const { fields: known } = shapes[of]!;
  const [first] = given;
  const patterns = first === undefined ? {} : isFields(first) ? first : { [known[0]!.name]: first };
  const fields: FieldSpec[] = [];
  for (const [name, pattern] of Object.entries(patterns)) {
    if (pattern === undefined) continue;
    const index = known.findIndex((field) => field.name === name);
    if (index < 0) {
      const hint = `The fields of ${type} are: ${known.map((field) => field.name).join(', ') || 'none'}.`;
      throw new InvalidPatternError(`${type} has no field named ${name}`, hint);
    }
    fields.push({ index, of: specOf(pattern) });
  }
  return new Matcher({ kind: 'node', of, fields });
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return !(value instanceof Matcher || value instanceof Wildcard || value instanceof RegExp);
}
