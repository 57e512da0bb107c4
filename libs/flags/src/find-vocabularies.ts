import { vocabularies } from './all-vocabularies.ts';
import { nearest } from './nearest.ts';
import type { CodeLanguage, Vocabulary } from './read-shape.ts';
import { UnknownVocabularyError } from './unknown-vocabulary-error.ts';

/**
 * The vocabularies that the imports of a file call for.
 *
 * @param imported packages or module specifiers; of `@unleash/nextjs/client` only `@unleash/nextjs` counts, and of `waffle.decorators`
 *   only `waffle`. In Python also distributions, as a manifest names them.
 */
export function vocabulariesFor(
  imported: Iterable<string>,
  language: CodeLanguage = 'typescript',
): readonly Vocabulary[] {
  const named = new Set(Array.from(imported, language === 'python' ? distributionOf : packageOf));
  return vocabularies.filter(({ languages, packages, modules = [] }) => {
    if (!languages.includes(language)) return false;
    if (language === 'typescript') return packages.some((name) => named.has(name));
    return [...packages, ...modules].some((name) => named.has(distributionOf(name)));
  });
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

/** To Python's package index `-`, `_` and upper case are all the same. A dot begins a submodule, and no distribution here has one. */
function distributionOf(module: string): string {
  return module.split('.')[0]!.toLowerCase().replaceAll('_', '-');
}
