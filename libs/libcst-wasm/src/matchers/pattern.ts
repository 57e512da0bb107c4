import type { Node } from '../node.ts';
import type { Matcher, NoCaptures, Wildcard } from './matcher.ts';

/** What can be said of a value of type `V` in the field of a node. */
export type Pattern<V> =
  | Matcher<V, unknown>
  | (V extends string
      ? V | RegExp
      : V extends boolean | null
        ? V
        : V extends readonly (infer Item)[]
          ? readonly ItemPattern<Item>[]
          : never);

/** What can be said of an item of a list. */
export type ItemPattern<Item> = Matcher<Item, unknown> | Wildcard<Item, unknown>;

/** What can be said of the fields of a node; a field that is not named may be anything. */
export type FieldPatterns<N extends Node> = { readonly [Name in FieldName<N>]?: Pattern<N[Name]> };

export type FieldName<N extends Node> = Exclude<keyof N, keyof Node | 'with'>;

/** Any pattern, wherever it may stand. */
export type AnyPattern = Matcher<unknown, unknown> | string | RegExp | boolean | null | readonly AnyItem[];
export type AnyItem = Matcher<unknown, unknown> | Wildcard<unknown, unknown>;

/** The type of what a pattern describes. */
export type Matched<P> =
  P extends Matcher<infer T, unknown>
    ? T
    : P extends RegExp
      ? string
      : P extends readonly (infer Item)[]
        ? readonly MatchedItem<Item>[]
        : P;
export type MatchedItem<P> = P extends { readonly matched: infer T } ? T : never;

/** What a pattern saves, by name. */
export type Captured<P> = P extends { readonly captured: infer C }
  ? unknown extends C
    ? NoCaptures
    : C
  : P extends RegExp | string | boolean | null
    ? NoCaptures
    : P extends readonly (infer Item)[]
      ? Together<Captured<Item>>
      : P extends object
        ? Together<Captured<P[keyof P]>>
        : NoCaptures;

/** `A | B` → `A & B`. */
export type Together<Union> = (Union extends unknown ? (one: Union) => void : never) extends (all: infer All) => void
  ? All
  : NoCaptures;
