import type { Workspace } from '@ffsd/workspace';

export interface Occurrence {
  readonly path: string;
  /** UTF-16 offset of its first character. */
  readonly offset: number;
}

/**
 * Every place where the word stands in a text of the workspace: in code, comments, strings, documents, configuration.
 * `new-checkout` does not stand in `new-checkout-v2`, nor `is_on` in `is_online`.
 */
export function occurrences(workspace: Workspace, word: string): readonly Occurrence[] {
  if (word === '') return [];
  return workspace.search([word]).flatMap((path) => {
    const text = workspace.read(path);
    return text === undefined ? [] : offsetsOf(text, word).map((offset) => ({ path, offset }));
  });
}

/** The offsets at which the word stands as a word. */
export function offsetsOf(text: string, word: string): readonly number[] {
  // In a key with dashes a dash is a letter; in a name it is a minus.
  const letter = word.includes('-') ? /[\p{L}\p{M}\p{N}_-]/u : /[\p{L}\p{M}\p{N}_]/u;
  const opensWithLetter = letter.test(word[0]!);
  const endsWithLetter = letter.test(word.at(-1)!);
  const offsets: number[] = [];
  for (let offset = text.indexOf(word); offset >= 0; offset = text.indexOf(word, offset + 1)) {
    const before = text[offset - 1];
    const after = text[offset + word.length];
    if (opensWithLetter && before !== undefined && letter.test(before)) continue;
    if (endsWithLetter && after !== undefined && letter.test(after)) continue;
    offsets.push(offset);
  }
  return offsets;
}
