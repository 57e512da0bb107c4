import type { OptionSpec, OptionSpecs } from './codemod.ts';
import { kebabCase } from './spelling.ts';

/** One flag of the command line, as data that yargs takes as it is. */
export interface Flag {
  readonly type: 'string' | 'boolean' | 'number';
  readonly describe: string;
  readonly alias?: string;
  readonly choices?: readonly string[];
  readonly defaultDescription?: string;
  readonly requiresArg?: true;
}

/**
 * The flags of a codemod, in kebab-case. No flag has a default of its own: what was not given must stay apart from what was
 * given, because ffsd.json stands between the two.
 */
export function toFlags(options: OptionSpecs): Readonly<Record<string, Flag>> {
  const flags: Record<string, Flag> = {};
  for (const [name, spec] of Object.entries(options)) if (!spec.configOnly) flags[kebabCase(name)] = toFlag(spec);
  return flags;
}

function toFlag(spec: OptionSpec): Flag {
  const isSwitch = spec.type === 'boolean';
  return {
    // A list is given by repeating the flag: a greedy one would swallow the paths behind it.
    type: spec.type === 'strings' || spec.type === 'json' ? 'string' : spec.type,
    describe: spec.describe,
    ...(spec.alias !== undefined && { alias: spec.alias }),
    ...(spec.choices && { choices: spec.choices }),
    ...(spec.default !== undefined && { defaultDescription: String(spec.default) }),
    ...(!isSwitch && { requiresArg: true as const }),
  };
}
