import { isCode } from '@ffsd/python';
import { remembered } from './remembered.ts';
import type { Session } from './session.ts';

/**
 * The identifiers that the drafts so far have removed from Python, each with the keys of the drafts that did so, the oldest first. What
 * stood behind a dot is there with the dot, too: `.show`.
 *
 * A word that a draft wrote again in the same place is not lost. A word may stand elsewhere still: whoever asks looks for that.
 */
export function lostWords(session: Session): ReadonlyMap<string, readonly string[]> {
  return remembered(session, 'lost words', () => collect(session));
}

function collect(session: Session): ReadonlyMap<string, readonly string[]> {
  const lost = new Map<string, string[]>();
  for (const draft of session.drafts) {
    // What an override called is called without it all the same.
    if (draft.key.startsWith('override ')) continue;
    for (const file of draft.files) {
      if (!isCode(file.path)) continue;
      for (const word of file.kind === 'edit'
        ? wordsOfEdit(session, draft.key, file.path)
        : wordsOfFile(session, file.path)) {
        const keys = lost.get(word);
        if (!keys) lost.set(word, [draft.key]);
        else if (keys.at(-1) !== draft.key) keys.push(draft.key);
      }
    }
  }
  return lost;
}

function wordsOfEdit(session: Session, key: string, path: string): ReadonlySet<string> {
  const words = new Set<string>();
  const entry = session.historyOf(path).find((one) => one.key === key);
  for (const { start, end, text } of entry?.edits ?? []) {
    const counts = new Map<string, number>();
    for (const word of wordsIn(entry!.before.slice(start, end))) counts.set(word, (counts.get(word) ?? 0) + 1);
    for (const word of wordsIn(text)) counts.set(word, (counts.get(word) ?? 0) - 1);
    for (const [word, count] of counts) if (count > 0) words.add(word);
  }
  return words;
}

function wordsOfFile(session: Session, path: string): ReadonlySet<string> {
  return new Set(session.read(path) === undefined ? wordsIn(session.base.read(path) ?? '') : []);
}

function wordsIn(text: string): readonly string[] {
  return (text.match(/\.?[\p{L}_][\p{L}\p{N}_]*/gu) ?? []).flatMap((word) =>
    word.startsWith('.') ? [word, word.slice(1)] : [word],
  );
}
