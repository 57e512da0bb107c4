import { readsFor, vocabularies } from '@ffsd/flags';
import { isMinified } from '../minified.ts';
import { isScript } from './files-of-key.ts';
import type { CompiledShape } from './find-reads.ts';
import { compile, wordsOf } from './remove-flag.ts';
import type { Session } from './session.ts';

/**
 * The keys that the code reads, as far as its text shows: the first text behind a reader on the same line, or the property behind it.
 *
 * Only for the offer of what a mistyped key meant, so nothing is parsed: a wrong offer is merely odd, a slow one is a nuisance.
 *
 * @param shapes the reads of the user; without any, those of all vocabularies
 */
export function knownKeys(session: Session, shapes: readonly CompiledShape[]): ReadonlySet<string> {
  const all =
    shapes.length > 0
      ? shapes
      : vocabularies.flatMap((vocabulary) => readsFor(vocabulary, 'typescript', () => false).map(compile));
  const words = [...new Set(all.flatMap((shape) => wordsOf(shape).slice(-1)))].filter((word) => /^[\w$]+$/.test(word));
  if (words.length === 0) return new Set();
  const reader = `(?<![\\w$])(?:${words.map((word) => word.replaceAll('$', '\\$')).join('|')})(?![\\w$])`;
  const text = new RegExp(`${reader}[^'"\`\\r\\n]{0,80}['"\`]([\\w./:~@+-]{2,100})['"\`]`, 'g');
  const member = new RegExp(`${reader}(?:\\([^()\\r\\n]{0,80}\\))?\\??\\.(\\w{2,100})`, 'g');
  const keys = new Set<string>();
  for (const path of session.search(words).filter(isScript)) {
    const source = session.read(path) ?? '';
    if (isMinified(source)) continue;
    for (const [, key] of [...source.matchAll(text), ...source.matchAll(member)]) keys.add(key!);
  }
  return keys;
}
