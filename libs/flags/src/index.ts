/**
 * How flags are read: one vocabulary per SDK, and the patterns of the user, in one form.
 *
 * A vocabulary is data, one file in `vocabularies/`; {@link vocabularies} is generated from that folder. What a read means for one
 * flag is asked with {@link keyAtRead}, {@link valueAtRead} and {@link returnedValue}.
 *
 * @packageDocumentation
 */
export { vocabularies } from './all-vocabularies.ts';
export { vocabulariesFor, vocabularyNamed } from './find-vocabularies.ts';
export { checkFlagKey, keyAtRead } from './flag-key.ts';
export type { FlagValue } from './flag-value.ts';
export { parseFlagValue, valueAtRead } from './flag-value.ts';
export { InvalidKeyError } from './invalid-key-error.ts';
export { InvalidReadError } from './invalid-read-error.ts';
export { InvalidValueError } from './invalid-value-error.ts';
export { nearest } from './nearest.ts';
export type { ChoiceShape, CodeLanguage, ComponentShape, ReadShape, Returns, Vocabulary } from './read-shape.ts';
export { readsFor } from './reads-for.ts';
export type { ReturnedValue } from './returned-value.ts';
export { returnedValue } from './returned-value.ts';
export { UnknownVocabularyError } from './unknown-vocabulary-error.ts';
export { userShape } from './user-shape.ts';
