import { readsFor, vocabularies } from '@ffsd/flags';
import { isCode } from '@ffsd/python';
import { isMinified } from '../minified.ts';
import type { CompiledShape } from './compiled-shape.ts';
import { compile, wordsOf } from './compiled-shape.ts';
import type { Session } from './session.ts';

/**
 * The keys that the code reads, as far as its text shows: the first text behind a reader on the same line, or the member behind it.
 *
 * @param shapes the reads of the user; without any, those of all vocabularies
 */
export function knownKeys(session: Session, shapes: readonly CompiledShape[]): ReadonlySet<string> {
  if (!session.files().some(isCode)) return new Set();
  const all =
    shapes.length > 0 ? shapes : vocabularies.flatMap((one) => readsFor(one, 'python', () => false)).map(compile);
  const words = [...new Set(all.flatMap((shape) => wordsOf(shape).slice(-1)))].filter((word) => /^\w+$/.test(word));
  if (words.length === 0) return new Set();
  const reader = `(?<!\\w)(?:${words.join('|')})(?!\\w)`;
  const text = new RegExp(`${reader}[^'"\\r\\n]{0,80}['"]([\\w./:~@+-]{2,100})['"]`, 'g');
  const member = new RegExp(`${reader}\\.(\\w{2,100})`, 'g');
  const keys = new Set<string>();
  for (const path of session.search(words).filter(isCode)) {
    const source = session.read(path) ?? '';
    if (isMinified(source)) continue;
    for (const [, key] of [...source.matchAll(text), ...source.matchAll(member)]) keys.add(key!);
  }
  return keys;
}
