import { InvalidKeyError } from './invalid-key-error.ts';
import type { ReadShape } from './read-shape.ts';

/**
 * Gives the key back when it is one.
 *
 * A key is data from a service: before it reaches a shell, a branch name or the title of a pull request it must not be able to
 * mean anything there.
 *
 * @throws InvalidKeyError
 */
export function checkFlagKey(key: string): string {
  if (key.length > 256 || !/^[\w.:~@+][\w./:~@+-]*(?: [\w./:~@+-]+)*$/.test(key)) throw new InvalidKeyError(key);
  return key;
}

/** The key as it is spelled in a read of this shape. */
export function keyAtRead(shape: ReadShape, key: string): string {
  return `${shape.prefix ?? ''}${shape.key === 'camel-case' ? camelCase(key) : key}`;
}

/** As lodash does it, because LaunchDarkly's React SDK uses lodash: a digit begins a new word, `v2-api` becomes `v2Api`. */
function camelCase(key: string): string {
  const words = key.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? [];
  return words
    .map((word) => word.toLowerCase())
    .map((word, index) => (index === 0 ? word : word[0]!.toUpperCase() + word.slice(1)))
    .join('');
}
