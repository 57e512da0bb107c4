import { isMinified } from './minified.ts';
import type { Session } from './session.ts';

/** The trees of the files of one language. */
export interface Trees<T> {
  /** The tree of the present text; undefined when the file is missing or cannot be parsed, which is then reported once. */
  parse(path: string): T | undefined;
  /** The tree of the text before the first change. */
  original(path: string): T | undefined;
}

interface Unparsable {
  readonly line: number;
  readonly message: string;
}

/** Parses each text of a session once. */
export function treesOf<T extends { readonly text: string }>(
  session: Session,
  parse: (path: string, text: string) => T | Unparsable,
): Trees<T> {
  const isTree = (parsed: T | Unparsable): parsed is T => 'text' in parsed;
  const trees = new Map<string, T>();
  const originals = new Map<string, T>();
  const unparsable = new Set<string>();
  return {
    parse(path) {
      const text = session.read(path);
      if (text === undefined || unparsable.has(path)) return undefined;
      const known = trees.get(path);
      if (known?.text === text) return known;
      if (isMinified(text)) return undefined;
      const parsed = parse(path, text);
      if (!isTree(parsed)) {
        unparsable.add(path);
        session.keep({ place: { path, line: parsed.line }, code: 'unparsable', because: parsed.message });
        return undefined;
      }
      trees.set(path, parsed);
      // The first tree of a file is that of its text before all changes.
      if (session.historyOf(path).length === 0) originals.set(path, parsed);
      return parsed;
    },
    original(path) {
      let original = originals.get(path);
      if (!original) {
        const text = session.base.read(path);
        const parsed = text === undefined ? undefined : parse(path, text);
        original = parsed && isTree(parsed) ? parsed : undefined;
        if (original) originals.set(path, original);
      }
      return original;
    },
  };
}
