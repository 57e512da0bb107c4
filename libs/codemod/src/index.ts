/**
 * The contract of a codemod: a name, options, and a pure function from a workspace to outcomes.
 *
 * @packageDocumentation
 */

export type { Codemod, Example, OptionSpec, OptionSpecs, OptionValues } from './codemod.ts';
export { defineCodemod } from './codemod.ts';
export { UsageError } from './usage-error.ts';
