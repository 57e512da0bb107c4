import type { CodeLanguage, ReadShape, Returns, Vocabulary } from './read-shape.ts';

/**
 * The reads of a vocabulary that code of a language can have. Another language's patterns would not even parse.
 *
 * @param mentions whether the code of the workspace has one of the words; it decides on reads whose client may be asynchronous. A client
 *   that waits for nothing is then taken for one that does, and its reads are kept rather than folded wrongly.
 */
export function readsFor(
  vocabulary: Vocabulary,
  language: CodeLanguage,
  mentions: (words: readonly string[]) => boolean,
): readonly ReadShape[] {
  if (!vocabulary.languages.includes(language)) return [];
  return vocabulary.reads
    .filter((read) => read.language === undefined || read.language === language)
    .map((read) =>
      read.asyncWords && mentions(read.asyncWords) ? { ...read, returns: promised(read.returns) } : read,
    );
}

function promised(returns: Returns = 'value'): Returns {
  if (returns === 'value') return 'promise';
  return returns.startsWith('object:') ? (`promise-${returns}` as Returns) : returns;
}
