/**
 * A value as text, the same for values of another realm. Functions have no name here: a codemod may rename a local, and nobody
 * should notice.
 */
export function show(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value);
    case 'number':
      return Object.is(value, -0) ? '-0' : String(value);
    case 'bigint':
      return `${value}n`;
    case 'function':
      return '[function]';
    case 'object':
      return value === null ? 'null' : showObject(value, []);
    default:
      return String(value);
  }
}

function showObject(value: object, outer: readonly object[]): string {
  if (outer.includes(value)) return '[circular]';
  const inner = (item: unknown): string =>
    typeof item === 'object' && item !== null ? showObject(item, [...outer, value]) : show(item);
  const tag = Object.prototype.toString.call(value);
  if (tag === '[object Error]') return `${(value as Error).name}: ${(value as Error).message}`;
  if (Array.isArray(value))
    return `[${Array.from(value, (item, index) => (index in value ? inner(item) : 'hole')).join(', ')}]`;
  if (tag === '[object Set]' || tag === '[object Map]') return `${tag} ${inner([...(value as Set<unknown>)])}`;
  // Own keys in their order: what goes through a log or a payload shows it.
  return `{${Object.entries(value)
    .map(([key, item]) => `${key}: ${inner(item)}`)
    .join(', ')}}`;
}
