import { readsFor, vocabularies } from '@ffsd/flags';
import * as python from '@ffsd/python';
import * as typescript from '@ffsd/typescript';
import { describe, expect, it } from 'vitest';

/** `libs/flags` knows no language, so whether its patterns parse is asked here. */
describe.each(vocabularies.map((vocabulary) => [vocabulary.name, vocabulary] as const))('%s', (_, vocabulary) => {
  it.each(vocabulary.languages)('can be compiled for %s', (language) => {
    const { compilePattern } = language === 'python' ? python : typescript;
    const reads = readsFor(vocabulary, language, () => true);
    expect(reads.length).toBeGreaterThan(0);
    for (const { match } of reads) expect(() => compilePattern(match), match).not.toThrow();
  });
});
