import type { Constant } from '@ffsd/fold';
import type { SettledFlag } from '../language.ts';
import { isSameConstant } from './literal-of.ts';

/**
 * Whether a value is followed: booleans, and what is the value of the flag itself. A text that a fold uncovered, such as `'new'` of
 * `'new' if on else 'old'`, was the programmer's own constant, and stays where it is.
 */
export function goesOn(value: Constant, flag: SettledFlag): boolean {
  return typeof value === 'boolean' || isSameConstant(value, flag.value);
}
