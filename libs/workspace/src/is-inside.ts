/** True for a path that stays below the root: relative, with `/`, and without `.`, `..` or empty parts. */
export function isInside(path: string): boolean {
  return path !== '' && !/^[A-Za-z]:/.test(path) && !path.includes('\\') && !/(^|\/)(\.{0,2})(\/|$)/.test(path);
}
