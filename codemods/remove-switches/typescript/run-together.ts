/**
 * Whether two pieces of code would be read as another token when nothing stands between them.
 *
 * `return(on ? a : b)` must not become `returna`, and `a-(on ? --b : 1)` not `a---b`, which is `(a--) - b`.
 */
export function runTogether(left: string | undefined, right: string | undefined): boolean {
  if (!left || !right) return false;
  if (isWord(left) && isWord(right)) return true;
  return ['++', '--', '//', '/*', '<!'].includes(left + right);
}

function isWord(character: string): boolean {
  return /[\p{ID_Continue}$]/u.test(character);
}
