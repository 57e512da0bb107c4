import { isCode } from '@ffsd/typescript';
import type { Follower } from '../follow-all.ts';
import { followAll } from '../follow-all.ts';
import type { SettledFlag } from '../language.ts';

import { followMembersOfComponent } from '../vue/follow-members-of-component.ts';
import { followExports } from './follow-exports.ts';

import { followFields } from './follow-fields.ts';
import { followHooks } from './follow-hooks.ts';
import { followLogic } from './follow-logic.ts';
import { followNothing } from './follow-nothing.ts';
import { followObjects } from './follow-objects.ts';
import { followParameters } from './follow-parameters.ts';
import { followParts } from './follow-parts.ts';
import { followProps } from './follow-props.ts';
import { followResults } from './follow-results.ts';
import { removeParts } from './remove-part.ts';
import type { Session } from './session.ts';

const followers: readonly Follower<Session>[] = [
  followResults,
  followExports,
  followFields,
  followHooks,
  followLogic,
  followMembersOfComponent,
  followNothing,
  followObjects,
  followParts,
  followParameters,
  followProps,
  removeParts,
];

/** Carries the values that are constant since the changes so far to where they are used. */
export function followValues(session: Session, flags: readonly SettledFlag[]): boolean {
  return followAll(session, isCode, followers, flags);
}
