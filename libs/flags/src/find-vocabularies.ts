import { vocabularies } from './all-vocabularies.ts';
import { nearest } from './nearest.ts';
import type { Vocabulary } from './read-shape.ts';
import { UnknownVocabularyError } from './unknown-vocabulary-error.ts';

/**
 * The vocabularies that the imports of a file call for.
 *
 * @param imported packages or module specifiers; of `@unleash/nextjs/client` only `@unleash/nextjs` counts
 */
export function vocabulariesFor(imported: Iterable<string>): readonly Vocabulary[] {
  const packages = new Set(Array.from(imported, packageOf));
  return vocabularies.filter((vocabulary) => vocabulary.packages.some((name) => packages.has(name)));
}

/** @throws UnknownVocabularyError with the nearest names */
export function vocabularyNamed(name: string): Vocabulary {
  const found = vocabularies.find((vocabulary) => vocabulary.name === name);
  if (found) return found;
  const names = vocabularies.map((vocabulary) => vocabulary.name);
  // "launchdarkly" is no typing mistake of "launchdarkly-node", but it is what people write.
  const begun = name === '' ? [] : names.filter((candidate) => candidate.startsWith(`${name.toLowerCase()}-`));
  throw new UnknownVocabularyError(name, begun.length > 0 ? begun : nearest(name, names), names);
}

function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
