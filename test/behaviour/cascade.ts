/**
 * A program of several modules through which the value of a flag travels: constants, results, parameters, fields and properties, each made
 * from those before it.
 *
 * It says what can go wrong on that way and no more: values that contradict each other, effects, overriding, other importers.
 */
export interface Cascade {
  /** Later items may use earlier ones, so that no function calls itself and no module waits for itself. */
  readonly items: readonly Item[];
  /** What the program shows when it runs. */
  readonly shown: readonly Shown[];
  /** The program takes everything from one module that exports it all again. */
  readonly barrel: boolean;
}

export type Truth =
  | { readonly is: 'flag' }
  | { readonly is: 'literal'; readonly value: boolean }
  | { readonly is: 'not'; readonly of: Truth }
  | { readonly is: 'both' | 'either'; readonly left: Truth; readonly right: Truth }
  /** Leaves a trace and gives the value. */
  | { readonly is: 'effect'; readonly mark: number; readonly value: Truth }
  /** What an earlier item gives; `argument` where it takes one. */
  | { readonly is: 'item'; readonly index: number; readonly argument: Truth | undefined }
  /** The parameter or field of the item in which it stands; the flag where there is none. */
  | { readonly is: 'own' };

export type Item = { readonly file: number } & (
  | { readonly is: 'constant'; readonly value: Truth }
  | {
      readonly is: 'function';
      readonly value: Truth;
      /** `if (early) return true` stands before. */
      readonly early: Truth | undefined;
      readonly arrow: boolean;
      /** It leaves a trace, so its calls must stay. */
      readonly traced: boolean;
    }
  | {
      readonly is: 'parameter';
      readonly value: Truth;
      readonly otherwise: boolean | undefined;
      readonly second: boolean;
    }
  | { readonly is: 'object'; readonly value: Truth }
  /** The field is given by the argument of the constructor, or by a value of its own. */
  | {
      readonly is: 'class';
      readonly field: Truth | undefined;
      readonly method: Truth;
      /** A class below it says something else. */
      readonly overridden: boolean;
      /** The field is assigned again by another method. */
      readonly written: boolean;
    }
);

export interface Shown {
  readonly is: 'if' | 'value' | 'choice';
  readonly of: Truth;
  /** The item is bound to a local before, or taken out of an object. */
  readonly held: boolean;
}
