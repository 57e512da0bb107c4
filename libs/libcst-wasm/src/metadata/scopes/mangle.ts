/**
 * The name that Python gives a variable that is written `name` in the body of a class: two underscores before and not
 * after make it the class's own.
 *
 * A global `__limit` is not what a method reads with `__limit`: that is `_Cache__limit`. Taking both for the same
 * variable would rename one with the other.
 *
 * @param className The innermost class around the text, or null.
 */
export function mangle(name: string, className: string | null): string {
  if (className === null || !name.startsWith('__') || name.endsWith('__')) return name;
  const stripped = className.replace(/^_+/, '');
  return stripped === '' ? name : `_${stripped}${name}`;
}
