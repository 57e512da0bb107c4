import { isTestPath } from '../test-path.ts';
import type { Session } from './session.ts';

/** Where a word stands in the workspace, in the text as it is now. */
export interface NamedAt {
  readonly path: string;
  /** Counted from 1, in the text before the first change. */
  readonly line: number;
}

/**
 * The places at which a name stands as a word of its own, one for each file; the file of the definition counts for what it holds beside
 * that. A page of documentation names it without using it.
 *
 * @param own how often the word stands in the definition itself
 */
export function whereNamed(session: Session, name: string, definedIn: string, own = 1): readonly NamedAt[] {
  const word = new RegExp(`(?<!\\w)${name.replace(/[^\w]/g, '\\$&')}(?!\\w)`, 'g');
  return session.search([name]).flatMap((path) => {
    if (isProse(path)) return [];
    const found = [...(session.read(path) ?? '').matchAll(word)];
    const other = found[path === definedIn ? own : 0];
    return other ? [{ path, line: session.lineOf(path, other.index) }] : [];
  });
}

/** In words: "shop/views.py:3", with how many other files there are, and whether all of them are tests. */
export function describePlaces(places: readonly NamedAt[]): string {
  const [first, ...more] = [...places].sort((a, b) => Number(isTestPath(a.path)) - Number(isTestPath(b.path)));
  if (!first) return 'nowhere';
  const others = more.length === 0 ? '' : ` and ${more.length} more ${more.length === 1 ? 'file' : 'files'}`;
  return `${isTestPath(first.path) ? 'only in tests: ' : 'in '}${first.path}:${first.line}${others}`;
}

/** A page for people, which no program reads. */
function isProse(path: string): boolean {
  return /\.(?:md|rst|adoc)$/.test(path);
}
