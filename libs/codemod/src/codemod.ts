import type { Outcome, Task } from '@ffsd/changes';
import type { Workspace } from '@ffsd/workspace';

/** One option of a codemod. From it come the flag of the command line, the property of the Nx schema and the line in the docs. */
export interface OptionSpec {
  readonly type: 'string' | 'boolean' | 'number' | 'strings' | 'json';
  readonly describe: string;
  readonly alias?: string;
  readonly default?: string | number | boolean;
  readonly choices?: readonly string[];
  /** Index of the positional argument that may stand for it. */
  readonly positional?: number;
  /** Asked by `nx g` on a terminal. Only for what has no good default. */
  readonly prompt?: string;
  /** The key of ffsd.json that is merged in: lists are joined (configuration first), other values are a fallback. */
  readonly config?: string;
  /** Only in ffsd.json, not on the command line. */
  readonly configOnly?: boolean;
}

export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

export interface Example {
  /** What stands behind the name of the codemod, such as `--flag new-checkout --value true`. */
  readonly command: string;
  readonly describe: string;
}

/** Options as they reach a codemod, after the command line and ffsd.json were merged and checked. */
export type OptionValues = Readonly<Record<string, unknown>>;

export interface Codemod<O extends OptionValues = OptionValues> {
  /** Kebab-case, verb first. */
  readonly name: string;
  /** One line. */
  readonly summary: string;
  readonly options: OptionSpecs;
  readonly examples?: readonly Example[];
  /**
   * Pure: the same workspace and options give the same outcomes, with the same ids.
   *
   * @throws UsageError when the options contradict each other; what the user's code does is never an error but a `Kept`.
   */
  plan(workspace: Workspace, options: O): readonly Outcome[];
  /** What each code of a `Kept` means, for those who meet it for the first time. */
  readonly keptCodes?: Readonly<Record<string, string>>;
  /** What is left to do elsewhere after the outcomes, such as archiving a flag in its service. Pure, too. */
  tasks?(outcomes: readonly Outcome[], options: O): readonly Task[];
}

/** Gives the codemod its type; the value is returned as it is. */
export function defineCodemod<O extends OptionValues>(codemod: Codemod<O>): Codemod<O> {
  return codemod;
}
