import type { Example, OptionSpecs, OptionValues } from '@ffsd/codemod';
import type { ExitCode } from '../exit-code.ts';
import type { Terminal } from '../terminal.ts';

/** One command, told without loading what it needs. */
export interface Command {
  /** Such as `undo [ids..]`: the name, then the positional arguments in the notation of yargs. */
  readonly usage: string;
  readonly summary: string;
  /** By the names in `usage`. */
  readonly positionals?: Readonly<Record<string, string>>;
  readonly options: OptionSpecs;
  readonly examples: readonly Example[];
  /** Options that are not declared are handed over instead of refused. */
  readonly takesAnyOption?: boolean;
  readonly isHidden?: boolean;
  load(): Promise<Execute>;
}

/**
 * @param given options and positional arguments as they were typed, in camelCase.
 * @returns how the process ends.
 */
export type Execute = (given: OptionValues, terminal: Terminal) => Promise<ExitCode>;

export function nameOf({ usage }: Pick<Command, 'usage'>): string {
  return usage.split(' ')[0]!;
}
