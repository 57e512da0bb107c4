import type { OptionSpec } from './codemod.ts';
import type { CodemodInfo } from './codemod-info.ts';

/** The JSON schema that Nx and Nx Console read. */
export interface NxSchema {
  readonly $schema: string;
  readonly $id: string;
  readonly title: string;
  readonly description: string;
  readonly type: 'object';
  readonly examples: readonly { readonly command: string; readonly description: string }[];
  readonly properties: Readonly<Record<string, unknown>>;
  readonly required: readonly string[];
  readonly additionalProperties: false;
}

/**
 * The schema of the generator of a codemod.
 *
 * @param common properties that every generator has; they stand behind the codemod's own.
 */
export function toNxSchema(info: CodemodInfo, common: Readonly<Record<string, unknown>> = {}): NxSchema {
  const properties: Record<string, unknown> = {};
  for (const [name, spec] of Object.entries(info.options)) if (!spec.configOnly) properties[name] = toProperty(spec);
  return {
    $schema: 'https://json-schema.org/schema',
    $id: `ffsd-${info.name}`,
    title: sentence(info.name.replaceAll('-', ' ')),
    description: info.summary,
    type: 'object',
    examples: (info.examples ?? []).map(({ command, describe }) => ({
      command: `nx g ffsd:${info.name} ${command}`.trimEnd(),
      description: describe,
    })),
    properties: { ...properties, ...common },
    // What is missing is said by the codemod, which knows that ffsd.json may have it.
    required: [],
    additionalProperties: false,
  };
}

function toProperty(spec: OptionSpec): unknown {
  return {
    ...typeOf(spec),
    description: spec.describe,
    ...(spec.alias !== undefined && { alias: spec.alias }),
    // Nx fills a default in before the generator runs, and it would then win over ffsd.json.
    ...(spec.default !== undefined && spec.config === undefined && { default: defaultOf(spec) }),
    ...(spec.positional !== undefined && { $default: { $source: 'argv', index: spec.positional } }),
    ...(spec.prompt !== undefined && { 'x-prompt': spec.prompt }),
    ...((spec.prompt !== undefined || spec.positional !== undefined) && { 'x-priority': 'important' }),
  };
}

function defaultOf(spec: OptionSpec): unknown {
  return spec.type === 'json' ? String(spec.default) : spec.default;
}

function typeOf(spec: OptionSpec): object {
  switch (spec.type) {
    case 'string':
      return { type: 'string', ...(spec.choices && { enum: spec.choices }) };
    case 'boolean':
    case 'number':
      return { type: spec.type };
    case 'json':
      // Nx hands over what was typed; the same words then mean the same as on the command line.
      return { type: 'string' };
    case 'strings':
      // Not plainly an array: Nx splits a string at its commas, so `isEnabled($FLAG, $$$)` would arrive in two pieces.
      return { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] };
  }
  spec.type satisfies never;
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
