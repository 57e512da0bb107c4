import { readsFor, vocabularies } from '@ffsd/flags';
import * as python from '@ffsd/python';
import { compileTemplatePattern } from '@ffsd/templates';
import * as typescript from '@ffsd/typescript';
import { describe, expect, it } from 'vitest';
import { compile } from './angular/compiled-shape.ts';

const compilers = {
  // A decorator is compared by what stands behind its @.
  typescript: (match: string) => typescript.compilePattern(match.replace(/^@/, '')),
  python: python.compilePattern,
  template: compileTemplatePattern,
  angular: (match: string) => compile({ match }),
} as const;

/** `libs/flags` knows no language, so whether its patterns parse is asked here. */
describe.each(vocabularies.map((vocabulary) => [vocabulary.name, vocabulary] as const))('%s', (_, vocabulary) => {
  it.each(vocabulary.languages)('can be compiled for %s', (language) => {
    const compilePattern = compilers[language];
    const reads = readsFor(vocabulary, language, () => true);
    expect(reads.length).toBeGreaterThan(0);
    for (const { match } of reads) expect(() => compilePattern(match), match).not.toThrow();
  });
});
