import type { Session } from './session.ts';

/**
 * The files whose present text holds one of the words.
 *
 * Each search of a workspace may start a process, so what was not looked for before is looked for all at once.
 */
export function filesWith(session: Session, words: readonly string[]): readonly string[] {
  const known = searchAhead(session, words);
  const found = new Set<string>();
  for (const path of [...words.flatMap((word) => known.get(word)!), ...session.changed()]) {
    const text = found.has(path) ? undefined : session.read(path);
    if (text !== undefined && words.some((word) => text.includes(word))) found.add(path);
  }
  return [...found].sort();
}

/** Looks for words that will be asked for one by one. */
export function searchAhead(session: Session, words: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  let known = searched.get(session);
  if (!known) {
    known = new Map();
    searched.set(session, known);
  }
  const missing = [...new Set(words)].filter((word) => !known.has(word));
  const found = missing.length > 0 ? session.base.search(missing) : [];
  for (const word of missing) {
    known.set(
      word,
      found.filter((path) => session.base.read(path)?.includes(word)),
    );
  }
  return known;
}

/** By word, the files that held it before the first change. */
const searched = new WeakMap<Session, Map<string, readonly string[]>>();
