import type { KeptCode } from './kept-code.ts';

/**
 * What is known of a place that looks like a read of the flag, told without any word of the language it is written in.
 */
export interface ReadFacts {
  /**
   * Whether the key is the one that is being removed. `dynamic`: it is computed while the program runs. `in-tuple`: what stands for it is
   * a tuple with the key in it.
   */
  readonly key: 'this' | 'another' | 'dynamic' | 'in-tuple';
  /** Whether what is asked is known to be the flag service that the vocabulary describes; `any` where none is named. */
  readonly receiver: 'any' | 'proved' | 'unknown';
  readonly promise: 'none' | 'awaited' | 'not-awaited';
  /** Whether the value is taken out of the object or tuple that carries it. */
  readonly detail: 'none' | 'used' | 'other-use';
  /** The flag is taken out of an object whose rest is collected: `const { x, ...rest } = flags`. */
  readonly rest: boolean;
  /** Nothing looks at what the read gives, and a function is given to it: the value is handed to that one. */
  readonly callback?: boolean | undefined;
  /** The place sets the flag instead of reading it. */
  readonly written: boolean;
  /** The value in JSON that the code itself gives the flag, where the flag is a constant. */
  readonly declared?: string | undefined;
  /** The flag is destructured further: `const { x: { y } } = flags`. */
  readonly nestedPattern: boolean;
}

export type ReadVerdict =
  | { readonly kind: 'fold' }
  | { readonly kind: 'not-a-read' }
  | { readonly kind: 'kept'; readonly code: KeptCode; readonly because: string };

/** The one table that says which reads are folded; the same for every language. */
export function decideRead(facts: ReadFacts): ReadVerdict {
  if (facts.key === 'another') return { kind: 'not-a-read' };
  if (facts.key === 'dynamic') {
    // A dynamic key at an unknown receiver is `map.get(name)`: nothing says that it has to do with flags.
    if (facts.receiver === 'unknown') return { kind: 'not-a-read' };
    return kept('dynamic-key', 'the key is computed while the program runs, so it may or may not be this flag');
  }
  if (facts.key === 'in-tuple') {
    if (facts.receiver === 'unknown') return { kind: 'not-a-read' };
    return kept('key-in-tuple', 'what is asked for is a tuple with the key in it, because of a comma behind the key');
  }
  if (facts.receiver === 'unknown') {
    return kept('unknown-receiver', 'nothing shows that the object which is asked is the flag service');
  }
  if (facts.written) return kept('flag-set', 'the code sets the flag here');
  if (facts.promise === 'not-awaited') {
    return kept('promise-not-awaited', 'the promise of the value is passed on instead of being awaited here');
  }
  // variation('x', user, false, (error, on) => show(on));   =>   nothing at all     // oops!
  if (facts.callback) {
    return kept(
      'value-in-callback',
      'nothing looks at what the read gives, so the function that is given to it gets the value',
    );
  }
  if (facts.detail === 'other-use') {
    return kept('detail-object', 'more than the value is used of the object that the read returns');
  }
  // const { x, ...rest } = flags; send(rest)   =>   const { ...rest } = flags     // oops! now x is sent, too
  if (facts.rest) return kept('rest-element', 'without this name the flag would become part of the rest');
  if (facts.nestedPattern) return kept('nested-pattern', 'the value of the flag is destructured further');
  return { kind: 'fold' };
}

function kept(code: KeptCode, because: string): ReadVerdict {
  return { kind: 'kept', code, because };
}
