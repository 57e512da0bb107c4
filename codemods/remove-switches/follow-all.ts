import type { SettledFlag } from './language.ts';
import type { Session } from './session.ts';

/** One way in which a value goes on from a changed file: true when something was folded. */
export type Follower<S extends Session> = (session: S, path: string, flags: readonly SettledFlag[]) => boolean;

/**
 * Folds what always has one value since the changes so far, as far as that is proved.
 *
 * It looks at what the drafts have touched and asks what is constant there now; how it became so does not matter. Each step is a
 * draft of its own that depends on those which made the value constant or removed what contradicted it.
 */
export function followAll<S extends Session>(
  session: S,
  owns: (path: string) => boolean,
  followers: readonly Follower<S>[],
  flags: readonly SettledFlag[],
): boolean {
  let any = false;
  for (let progress = true; progress; any ||= progress) {
    progress = false;
    for (const path of session.changed().filter(owns)) {
      for (const follow of followers) progress = follow(session, path, flags) || progress;
    }
  }
  return any;
}
