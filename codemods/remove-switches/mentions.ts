import type { SettledFlag } from './language.ts';
import type { Session } from './session.ts';

/** Finds the key as a word of its own: `new-check` is part of `new-checkout` and no word there. */
export function wordOf(spellings: readonly string[]): RegExp {
  return new RegExp(`(?<![\\w-])(?:${spellings.map((one) => one.replace(/[^\w]/g, '\\$&')).join('|')})(?![\\w-])`);
}

/** Files that are no code: one line for each, because nobody else says where the key stands in them. */
export function noteMentions(
  session: Session,
  flag: SettledFlag,
  spellings: readonly string[],
  isCode: (path: string) => boolean,
): void {
  const word = wordOf(spellings);
  for (const path of session.search(spellings)) {
    if (isCode(path)) continue;
    const at = (session.read(path) ?? '').search(word);
    if (at < 0) continue;
    session.keep({
      place: { path, line: session.lineOf(path, at) },
      code: 'mention',
      because: `${flag.key} stands in this file, which is not read as code`,
    });
  }
}
