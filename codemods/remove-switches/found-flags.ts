import type { Constant } from '@ffsd/fold';

/** What the code says of its flags. */
export interface FoundFlags {
  /** Sorted by key. */
  readonly flags: readonly FoundFlag[];
  /** Reads whose key is put together while the program runs, so nobody can say here which flag they read. */
  readonly dynamic: readonly DynamicRead[];
  readonly unparsable: readonly { readonly path: string; readonly line: number; readonly message: string }[];
}

export interface FoundFlag {
  readonly key: string;
  /** Sorted by path and line. */
  readonly reads: readonly FlagRead[];
}

/** One place that reads a flag. */
export interface FlagRead {
  readonly path: string;
  /** Of the key, counted from 1. */
  readonly line: number;
  /** Name of the vocabulary that knows the read, or `user`. */
  readonly vocabulary: string;
  /** The constants with which the value is compared: `"blue"` of `variant === 'blue'`. Empty where it only has to be true or false. */
  readonly compared: readonly Constant[];
}

export interface DynamicRead {
  readonly path: string;
  readonly line: number;
  /** The read, on one line. */
  readonly code: string;
}
