import { describe, expect, it } from 'vitest';
import type { ReadShape, Vocabulary } from './read-shape.ts';
import { readsFor } from './reads-for.ts';

describe('readsFor', () => {
  const reads: readonly ReadShape[] = [
    { match: 'f($FLAG)' },
    { match: '@f($FLAG)', language: 'python' },
    { match: 'a.f($FLAG)', language: 'typescript', asyncWords: ['Cloud'] },
    { match: 'a.g($FLAG)', language: 'typescript', asyncWords: ['Cloud'], returns: 'object:.value' },
    { match: 'a.h($FLAG)', language: 'typescript', asyncWords: ['Cloud'], returns: 'promise' },
  ];
  const vocabulary: Vocabulary = {
    name: 'test',
    title: 'Test',
    packages: [],
    languages: ['typescript', 'python'],
    reads,
    documentation: '',
  };

  it('gives those of the language', () => {
    expect(matches(readsFor(vocabulary, 'python', () => false))).toEqual(['f($FLAG)', '@f($FLAG)']);
    expect(readsFor({ ...vocabulary, languages: ['typescript'] }, 'python', () => false)).toEqual([]);
  });

  it('makes promises of reads whose client may be asynchronous', () => {
    const asked: (readonly string[])[] = [];
    const mentioned = readsFor(vocabulary, 'typescript', (words) => asked.push(words) > 0);
    expect(mentioned.map(({ returns }) => returns)).toEqual([undefined, 'promise', 'promise-object:.value', 'promise']);
    expect(asked).toEqual([['Cloud'], ['Cloud'], ['Cloud']]);
  });

  it('gives the reads themselves where nothing is asynchronous', () => {
    const [first, ...others] = readsFor(vocabulary, 'typescript', () => false);
    expect(first).toBe(reads[0]);
    expect(others).toEqual(reads.slice(2));
  });

  function matches(some: readonly ReadShape[]): string[] {
    return some.map(({ match }) => match);
  }
});
