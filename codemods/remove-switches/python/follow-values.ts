import { isCode } from '@ffsd/python';
import type { Follower } from '../follow-all.ts';
import { followAll } from '../follow-all.ts';
import type { SettledFlag } from '../language.ts';
import { followAttributes } from './follow-attributes.ts';
import { followConstants } from './follow-constants.ts';
import { followContext } from './follow-context.ts';
import { followParameters } from './follow-parameters.ts';
import { followResults } from './follow-results.ts';
import type { Session } from './session.ts';

const followers: readonly Follower<Session>[] = [
  followResults,
  followConstants,
  followParameters,
  followAttributes,
  followContext,
];

/** Carries the values that are constant since the changes so far to where they are used. */
export function followValues(session: Session, flags: readonly SettledFlag[]): boolean {
  return followAll(session, isCode, followers, flags);
}
