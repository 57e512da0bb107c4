import type { SettledFlag } from './language.ts';
import type { ChangeDraft } from './session.ts';

/** The drafts with the flag that each is about: that of the first read among what it stands on. */
export function withTopics(drafts: readonly ChangeDraft[], flags: readonly SettledFlag[]): readonly ChangeDraft[] {
  const [only] = flags;
  if (only && flags.length === 1) return drafts.map((draft) => ({ ...draft, topic: only.key }));
  const topics = new Map<string, string>();
  return drafts.map((draft) => {
    const own = flags.find(({ key }) => draft.key.startsWith(`read ${key} `))?.key;
    const topic = own ?? draft.dependsOn.map((key) => topics.get(key)).find((found) => found !== undefined);
    if (topic === undefined) return draft;
    topics.set(draft.key, topic);
    return { ...draft, topic };
  });
}
