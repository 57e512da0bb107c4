import { nearest } from '@ffsd/flags';

/** `Did you mean "a" or "b"?`, or the other sentence when nothing is near. */
export function didYouMean(word: string, candidates: Iterable<string>, otherwise: string): string {
  const near = nearest(word, candidates);
  return near.length ? `Did you mean ${near.map((candidate) => `"${candidate}"`).join(' or ')}?` : otherwise;
}
