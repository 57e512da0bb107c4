import type { OptionSpec, OptionSpecs, OptionValues } from './codemod.ts';
import { didYouMean } from './did-you-mean.ts';
import { kebabCase } from './spelling.ts';
import { UsageError } from './usage-error.ts';

/**
 * The options as the codemod gets them: the command line first, then ffsd.json, then the default. Lists of both are joined,
 * configuration first. What nobody gave is absent.
 *
 * @param given by the name of the option, in camelCase; other keys are not read.
 * @param config what ffsd.json says, already checked against its schema.
 * @throws UsageError when a value has the wrong type or is not one of the choices.
 */
export function resolveOptions(options: OptionSpecs, given: OptionValues, config: OptionValues): OptionValues {
  const values: Record<string, unknown> = {};
  for (const [name, spec] of Object.entries(options)) {
    const typed = spec.configOnly || given[name] === undefined ? undefined : read(name, spec, given[name]);
    const configured = spec.config === undefined ? undefined : config[spec.config];
    // Not `??`: null is a value that a flag may have.
    const value = spec.type === 'strings' ? joined(configured, typed) : typed === undefined ? configured : typed;
    const chosen = value === undefined ? spec.default : value;
    if (chosen !== undefined) values[name] = chosen;
  }
  return values;
}

function joined(configured: unknown, typed: unknown): unknown {
  if (configured === undefined) return typed;
  return typed === undefined ? configured : [configured, typed].flat();
}

function read(name: string, spec: OptionSpec, value: unknown): unknown {
  switch (spec.type) {
    case 'string':
      return readString(name, spec, value);
    case 'boolean':
      if (value === true || value === 'true') return true;
      if (value === false || value === 'false') return false;
      throw wrongType(name, value, 'takes no value, or true or false');
    case 'number': {
      const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
      if (typeof number !== 'number' || !Number.isFinite(number)) throw wrongType(name, value, 'must be a number');
      return number;
    }
    case 'strings':
      return [value].flat().map((item) => readString(name, spec, item));
    case 'json':
      return typeof value === 'string' ? parsed(value) : value;
  }
  spec.type satisfies never;
}

function readString(name: string, { choices }: OptionSpec, value: unknown): string {
  if (typeof value !== 'string') {
    if (Array.isArray(value)) throw wrongType(name, value.join(', '), 'can be given once only');
    throw wrongType(name, value, 'must be a text');
  }
  if (choices && !choices.includes(value)) {
    const all = choices.join(', ');
    const hint = didYouMean(value, choices, `Give one of ${all}.`);
    throw new UsageError('options/choice', `--${kebabCase(name)} must be one of ${all}, not "${value}"`, hint);
  }
  return value;
}

/** JSON where it is JSON, else the text itself: `--value true` is a boolean, `--value treatment` a string. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function wrongType(name: string, value: unknown, rule: string): UsageError {
  // A command line that reads numbers by itself gives NaN for what is none.
  const shown = typeof value === 'string' ? `"${value}"` : Number.isNaN(value) ? 'a text' : JSON.stringify(value);
  return new UsageError(
    'options/type',
    `--${kebabCase(name)} ${rule}, not ${shown}`,
    'See --help for the options and examples.',
  );
}
