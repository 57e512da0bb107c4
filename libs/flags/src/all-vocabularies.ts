import { files } from './generated/vocabularies.ts';
import type { Vocabulary } from './read-shape.ts';

/** Every vocabulary of the folder `vocabularies/`, by name; each of its reads says where it comes from. */
export const vocabularies: readonly Vocabulary[] = files.map((vocabulary) => ({
  ...vocabulary,
  reads: vocabulary.reads.map((read) => ({ ...read, source: vocabulary.name })),
}));
