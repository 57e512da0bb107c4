import { isCode } from '@ffsd/python';
import type { SettledFlag } from '../language.ts';
import { followAttributes } from './follow-attributes.ts';
import { followConstants } from './follow-constants.ts';
import { followParameters } from './follow-parameters.ts';
import { followResults } from './follow-results.ts';
import type { Session } from './session.ts';

/** One way in which a value goes on from a changed file: true when something was folded. */
export type Follower = (session: Session, path: string, flags: readonly SettledFlag[]) => boolean;

const followers: readonly Follower[] = [followResults, followConstants, followParameters, followAttributes];

/**
 * Folds what always has one value since the changes so far, as far as that is proved.
 *
 * It looks at what the drafts have touched and asks what is constant there now; how it became so does not matter. Each step is a
 * draft of its own that depends on those which made the value constant or removed what contradicted it.
 */
export function followValues(session: Session, flags: readonly SettledFlag[]): boolean {
  let any = false;
  for (let progress = true; progress; any ||= progress) {
    progress = false;
    for (const path of session.changed().filter(isCode)) {
      for (const follow of followers) progress = follow(session, path, flags) || progress;
    }
  }
  return any;
}
