/** Properties that every node has. A field of the same name gets an underscore, as PEP 8 does it: `ExceptHandler.type_`. */
const OWN = new Set(['type', 'start', 'end', 'parent', 'code', 'fullStart', 'fullEnd']);

/** LibCST's `whitespace_before_args` → `whitespaceBeforeArgs`; `type` → `type_`. */
export function fieldName(name: string): string {
  const camel = name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  return OWN.has(camel) ? `${camel}_` : camel;
}
