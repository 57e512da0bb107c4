import type { Spec } from './spec.ts';

/** What a pattern saves when it saves nothing. */
export type NoCaptures = Record<never, never>;

/**
 * A description of values of type `T`: of nodes, or of what is in their fields. `C` says which of their parts it saves,
 * by name. Made by the functions of `m`.
 */
export class Matcher<out T, out C = NoCaptures> {
  /** For the compiler alone. */
  declare readonly matched: T;
  /** For the compiler alone. */
  declare readonly captured: C;
  /** @internal */
  readonly spec: Spec;

  /** @internal */
  constructor(spec: Spec) {
    this.spec = spec;
  }
}

/** A description of several items of a list in a row. It can stand in the pattern of a list and nowhere else. */
export class Wildcard<out T, out C = NoCaptures> {
  /** For the compiler alone. */
  declare readonly matched: T;
  /** For the compiler alone. */
  declare readonly captured: C;
  /** @internal */
  readonly of: Spec;
  /** @internal */
  readonly min: number;
  /** @internal */
  readonly max: number;
  /** @internal The names under which the items are saved. */
  readonly names: readonly string[];

  /** @internal */
  constructor(of: Spec, min: number, max: number, names: readonly string[] = []) {
    this.of = of;
    this.min = min;
    this.max = max;
    this.names = names;
  }
}
