/** What the matched expression yields: the value itself, a promise of it, an object that carries it, or a tuple. */
export type Returns = 'value' | 'promise' | `object:${string}` | `tuple:${number}` | `promise-object:${string}`;

/**
 * How one read of a flag looks in code: plain data, the same for a vocabulary and for ffsd.json.
 *
 * `match` is code with ast-grep's metavariables: `$FLAG` the key, `$NAME` one expression, `$$$` the rest of the arguments.
 * Without `$FLAG` the pattern itself is the read of the one flag that is being removed.
 */
export interface ReadShape {
  readonly match: string;
  /** The module that the head of the pattern must come from: the callee, or the receiver's type or creation. */
  readonly import?: string | readonly string[];
  readonly returns?: Returns;
  /** The read yields the opposite of the flag. */
  readonly negate?: boolean;
  /** How the key is spelled at the read when it is not as in the service, such as LaunchDarkly's `useFlags().myFlag`. */
  readonly key?: 'as-is' | 'camel-case';
  /**
   * What the read can yield. A flag whose value is of another type is not settled by this read: `isEnabled` says nothing of the
   * variant `blue`. With `text` the read yields the value as text, as an environment variable does.
   */
  readonly yields?: 'boolean' | 'string' | 'number' | 'object' | 'text';
  /** The head of the pattern is a name, and only a name bound in this way is a read. */
  readonly binding?: 'exported-const';
  /** The name of the vocabulary it comes from, or `user`. */
  readonly source?: string;
  /** Indices of metavariable arguments whose evaluation may be dropped although they are calls, such as a context builder. */
  readonly droppable?: readonly string[];
}

/** One SDK: which packages make it known, and how its reads look. */
export interface Vocabulary {
  /** Kebab-case, such as `launchdarkly-node`. */
  readonly name: string;
  readonly title: string;
  /** npm packages or Python distributions whose import in a file calls for this vocabulary. Empty: only when it is named. */
  readonly packages: readonly string[];
  readonly languages: readonly ('typescript' | 'python')[];
  readonly reads: readonly ReadShape[];
  /** Functions and hooks that only exist to reach the flags and may be dropped when their result is no longer used. */
  readonly droppableCalls?: readonly string[];
  readonly documentation: string;
}
