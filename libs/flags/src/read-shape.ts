import type { FlagValue } from './flag-value.ts';

/** What the matched expression yields: the value itself, a promise of it, an object that carries it, or a tuple. */
export type Returns = 'value' | 'promise' | `object:${string}` | `tuple:${number}` | `promise-object:${string}`;

/**
 * The languages that code may be written in. JavaScript is TypeScript without types; `template` are templates of Django and Jinja, and
 * `angular` those of Angular.
 */
export type CodeLanguage = 'typescript' | 'python' | 'template' | 'angular';

/**
 * How one read of a flag looks in code: plain data, the same for a vocabulary and for ffsd.json.
 *
 * `match` is code with ast-grep's metavariables: `$FLAG` the key, `$NAME` one expression, `$$$` the rest of the arguments.
 * Without `$FLAG` the pattern itself is the read of the one flag that is being removed. With an `@` it is a decorator:
 * what stands below it runs where the flag is on. With a tag it is a component. `{% tag $FLAG %}` is a block of a template that is
 * shown where the flag is on, and `{% tag $FLAG as $NAME %}` gives a name its value. `*directive="$FLAG"` is a directive of Angular that
 * shows its element where the flag is on, and `$FLAG | pipe` is a pipe.
 *
 * Of the reads of one vocabulary that match the same place, the first one that leaves no doubt counts.
 */
export interface ReadShape {
  readonly match: string;
  /** The language that the pattern is written in. By default any of the vocabulary's languages. */
  readonly language?: CodeLanguage;
  /**
   * The module that the head of the pattern must come from: the callee, or the receiver's type or creation. What lies below it counts
   * too: `posthog-js/react` under `posthog-js`, and in Python `waffle.decorators` under `waffle`. For a tag of a template, the library
   * that must be loaded; for an expression of a template, the extension that the code of Python must name.
   */
  readonly import?: string | readonly string[];
  readonly returns?: Returns;
  /** The read yields the opposite of the flag. */
  readonly negate?: boolean;
  /** How the key is spelled at the read when it is not as in the service, such as LaunchDarkly's `useFlags().myFlag`. */
  readonly key?: 'as-is' | 'camel-case';
  /** What stands before the key in the same text: `!` in waffle's `@waffle_flag('!new-checkout')`, which is negated, too. */
  readonly prefix?: string;
  /**
   * What the read can yield. A flag whose value is of another type is not settled by this read: `isEnabled` says nothing of the
   * variant `blue`.
   *
   * - `text`: the value as text, as an environment variable.
   * - `truth`: whether the value is true in a condition. PostHog's `isFeatureEnabled` is true for the variant `blue`.
   * - `payload`: the value that the flag carries beside being on or off, so a boolean says nothing of it. Flagsmith's `getValue`.
   * - `integer`, `float`: Python tells `1` from `1.0`.
   */
  readonly yields?:
    | 'boolean'
    | 'string'
    | 'number'
    | 'integer'
    | 'float'
    | 'object'
    | 'text'
    | 'truth'
    | 'payload'
    | undefined;
  /** What the service gives for a flag that is settled to true or to false, such as Split's treatments `on` and `off`. */
  readonly values?: { readonly true: FlagValue; readonly false: FlagValue };
  /**
   * Words that show that the SDK's asynchronous client is in use. Its methods have the names of the others, and `await` is all that
   * tells them apart. {@link readsFor} makes promises of the reads where the code has one of these words.
   */
  readonly asyncWords?: readonly string[];
  /** The head of the pattern is a name, and only a name bound in this way is a read. */
  readonly binding?: 'exported-const';
  /** It is no read: what matches sets the flag. */
  readonly sets?: boolean;
  /**
   * The match stands for one of its own parts: `choose($FLAG, $OFF, $ON)` with `{ "on": "$ON", "off": "$OFF" }`, or a wrapper of components,
   * `withFeature($FLAG)($VIEW)` with `{ "on": "$VIEW" }`.
   */
  readonly chooses?: ChoiceShape | undefined;
  /** What the properties of a component mean, when the pattern is one. */
  readonly component?: ComponentShape;
  /** The name of the vocabulary it comes from, or `user`. */
  readonly source?: string;
  /** Indices of metavariable arguments whose evaluation may be dropped although they are calls, such as a context builder. */
  readonly droppable?: readonly string[];
}

/** The metavariables of a pattern that give what it stands for. Without one for the value in question, nobody knows. */
export interface ChoiceShape {
  readonly on?: string;
  readonly off?: string;
}

/** The properties of a component that reads a flag. */
export interface ComponentShape {
  /** With it, the children are shown while the flag has this value, and not while it is merely on. */
  readonly matches?: string;
  /** What is shown instead of the children. */
  readonly otherwise?: string;
  /** What becomes of the children: shown while the flag is on (by default), called with its value, or there are none and it is shown. */
  readonly children?: 'shown' | 'called' | 'none';
  /** Properties that decide nothing once the flag is settled, such as its default. */
  readonly ignored?: readonly string[];
  /** It puts an element of its own around the children, so they cannot just take its place. */
  readonly wraps?: boolean;
}

/** One SDK: which packages make it known, and how its reads look. */
export interface Vocabulary {
  /** Kebab-case, such as `launchdarkly-node`. */
  readonly name: string;
  readonly title: string;
  /**
   * npm packages or Python distributions whose import in a file, or mention in a manifest, calls for this vocabulary. Empty: only when
   * it is named.
   */
  readonly packages: readonly string[];
  /** The modules of Python that the distributions contain: `django-waffle` is imported as `waffle`. */
  readonly modules?: readonly string[];
  readonly languages: readonly CodeLanguage[];
  readonly reads: readonly ReadShape[];
  /**
   * Functions and hooks that only exist to reach the flags and may be dropped when their result is no longer used. In Python with their
   * module, such as `openfeature.api.get_client`.
   */
  readonly droppableCalls?: readonly string[];
  /** All tags and filters of each library that a template of Django loads. */
  readonly templateLibraries?: Readonly<Record<string, readonly string[]>>;
  /** What is to be done with the flag where it lives, once the code is gone: `Archive $FLAG in Unleash`. */
  readonly archive?: string;
  /** Each evaluation tells the service who saw the flag, and experiments and dashboards count on that. */
  readonly exposure?: boolean;
  readonly documentation: string;
}
