/**
 * The contract of a codemod: a name, options, and a pure function from a workspace to outcomes.
 *
 * Its options are data. From them come the flags of the command line ({@link toFlags}), the schema of the Nx generator
 * ({@link toNxSchema}) and the table in the docs ({@link toMarkdown}), and {@link resolveOptions} gives them their values.
 *
 * @packageDocumentation
 */

export type { Codemod, Example, OptionSpec, OptionSpecs, OptionValues } from './codemod.ts';
export { defineCodemod } from './codemod.ts';
export type { CodemodInfo } from './codemod-info.ts';
export { didYouMean } from './did-you-mean.ts';
export { resolveOptions } from './resolve-options.ts';
export { camelCase, kebabCase } from './spelling.ts';
export type { Flag } from './to-flags.ts';
export { toFlags } from './to-flags.ts';
export { toMarkdown } from './to-markdown.ts';
export type { NxSchema } from './to-nx-schema.ts';
export { toNxSchema } from './to-nx-schema.ts';
export { UsageError } from './usage-error.ts';
