import { isCode } from '@ffsd/typescript';
import type { SettledFlag } from '../language.ts';

import { followExports } from './follow-exports.ts';

import { followFields } from './follow-fields.ts';
import { followHooks } from './follow-hooks.ts';
import { followObjects } from './follow-objects.ts';
import { followParameters } from './follow-parameters.ts';
import { followParts } from './follow-parts.ts';
import { followProps } from './follow-props.ts';
import { followResults } from './follow-results.ts';
import { removeParts } from './remove-part.ts';
import type { Session } from './session.ts';

/** One way in which a value goes on from a changed file: true when something was folded. */
export type Follower = (session: Session, path: string, flags: readonly SettledFlag[]) => boolean;

const followers: readonly Follower[] = [
  followResults,
  followExports,
  followFields,
  followHooks,
  followObjects,
  followParts,
  followParameters,
  followProps,
  removeParts,
];

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
