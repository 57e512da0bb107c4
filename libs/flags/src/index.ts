/**
 * How flags are read: one vocabulary per SDK, and the patterns of the user, in one form.
 *
 * @packageDocumentation
 */
export type { ReadShape, Returns, Vocabulary } from './read-shape.ts';
