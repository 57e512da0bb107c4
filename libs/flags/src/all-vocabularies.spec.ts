import { describe, expect, it } from 'vitest';
import { vocabularies } from './all-vocabularies.ts';
import { vocabulariesFor, vocabularyNamed } from './find-vocabularies.ts';
import type { CodeLanguage } from './read-shape.ts';
import { returnedValue } from './returned-value.ts';
import { UnknownVocabularyError } from './unknown-vocabulary-error.ts';

describe.each(vocabularies.map((vocabulary) => [vocabulary.name, vocabulary] as const))('%s', (name, vocabulary) => {
  it('has a name of its own in kebab-case', () => {
    expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(vocabularies.filter((other) => other.name === name)).toEqual([vocabulary]);
  });

  it('names the key exactly once in each read', () => {
    for (const { match } of vocabulary.reads) expect(match.match(/\$FLAG\b/g), match).toHaveLength(1);
  });

  it('has no read twice', () => {
    const reads = vocabulary.reads.map((read) => JSON.stringify({ ...read, source: '' }));
    expect(new Set(reads).size).toBe(reads.length);
  });

  it('says in each read where it comes from and what it returns', () => {
    for (const read of vocabulary.reads) {
      expect(read.source).toBe(name);
      expect(() => returnedValue(read.returns)).not.toThrow();
    }
  });

  it('writes each read in one of its languages', () => {
    const { languages, modules = [] } = vocabulary;
    expect(modules.length > 0).toBe(languages.includes('python') && vocabulary.packages.length > 0);
    for (const { match, language } of vocabulary.reads) {
      if (language) expect(languages, match).toContain(language);
      else expect(languages, match).toHaveLength(1);
    }
  });

  // `$CLIENT.variation($FLAG)` of any object at all would rewrite a Map.
  it('asks for an import wherever packages make it known', () => {
    if (vocabulary.packages.length === 0) return;
    for (const read of vocabulary.reads) expect(read.import, read.match).toBeDefined();
  });
});

describe('vocabulariesFor', () => {
  it('finds the vocabularies by the imports of a file', () => {
    expect(named(['react', 'launchdarkly-react-client-sdk'])).toEqual(['launchdarkly-react']);
    expect(named(['@openfeature/react-sdk'])).toEqual(['openfeature-react', 'openfeature-web']);
    expect(named(['@unleash/nextjs/client'])).toEqual(['unleash-nextjs', 'unleash-react']);
    expect(named(['launchdarkly-node-server-sdk', 'unleash-client'])).toEqual(['launchdarkly-node', 'unleash-node']);
  });

  it('finds those of Python by modules and distributions', () => {
    expect(named(['waffle.decorators'], 'python')).toEqual(['django-waffle']);
    expect(named(['LaunchDarkly_Server_SDK'], 'python')).toEqual(['launchdarkly-python']);
    expect(named(['UnleashClient', 'openfeature'], 'python')).toEqual(['openfeature-python', 'unleash-python']);
    // An npm package of the same name is another thing.
    expect(named(['launchdarkly-node-server-sdk', 'flagged'], 'python')).toEqual([]);
    expect(named(['waffle', 'ldclient'])).toEqual([]);
  });

  it('never gives one that must be named', () => {
    expect(named(['process', 'node:process', './constants', ''])).toEqual([]);
  });

  function named(packages: string[], language?: CodeLanguage): string[] {
    return vocabulariesFor(packages, language).map(({ name }) => name);
  }
});

describe('vocabularyNamed', () => {
  it('gives the one of that name', () => {
    expect(vocabularyNamed('env').title).toBe('Environment variables');
  });

  it('offers the nearest names for an unknown one', () => {
    expect(() => vocabularyNamed('launch-darkly-node')).toThrow(UnknownVocabularyError);
    expect(hintOf('launch-darkly-node')).toBe('Did you mean launchdarkly-node?');
    expect(hintOf('unleash')).toBe(
      'Did you mean unleash-browser or unleash-nextjs or unleash-node or unleash-python or unleash-react or unleash-vue?',
    );
    expect(hintOf('homemade')).toMatch(/^Known presets: .*\bconstants, .*\benv, /);
  });

  function hintOf(name: string): string {
    try {
      vocabularyNamed(name);
    } catch (error) {
      return (error as UnknownVocabularyError).hint;
    }
    return 'no error';
  }
});
