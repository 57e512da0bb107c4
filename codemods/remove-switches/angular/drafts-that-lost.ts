import type { Session } from '../session.ts';

/** The drafts that removed a text with the word, or a file in which it stood. */
export function draftsThatLost(session: Session, word: RegExp): readonly string[] {
  return session.drafts
    .filter(({ key, files }) =>
      files.some((file) => {
        if (file.kind === 'delete') return word.test(session.base.read(file.path) ?? '');
        const entry = session.historyOf(file.path).find((one) => one.key === key);
        return entry?.edits.some(({ start, end }) => word.test(entry.before.slice(start, end)));
      }),
    )
    .map(({ key }) => key);
}
