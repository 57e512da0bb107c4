import type { ReadShape } from '@ffsd/flags';
import { checkFlagKey, keyAtRead } from '@ffsd/flags';

/** Asks the search for the reads of every flag. No flag is called so. */
export const anyKey = '*';

/** Whether a read of the shape that gives this text, or another constant, as its key is a read of the flag. */
export function namesFlag(shape: ReadShape, key: string, text: unknown): boolean {
  return key === anyKey ? keyNamed(shape, text) !== undefined : text === keyAtRead(shape, key);
}

/**
 * The key that a read of the shape names with the text, spelled as it is there; undefined when no flag can be called so.
 *
 * `!new-ui` is no key, so `@waffle_flag('!new-ui')` is a read in the shape with the prefix `!` and in no other one.
 */
export function keyNamed({ prefix = '' }: ReadShape, text: unknown): string | undefined {
  if (typeof text !== 'string' || !text.startsWith(prefix)) return undefined;
  try {
    return checkFlagKey(text.slice(prefix.length));
  } catch {
    return undefined;
  }
}
