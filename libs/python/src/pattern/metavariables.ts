import type { AnyNode } from 'libcst-wasm';

const one = '__metavariable_';
const rest = '__metavariables_';

/** Python knows no `$`: metavariables are parsed as names that nobody writes. Those in strings and comments are left. */
export function writeMetavariables(code: string, star: '' | '**'): string {
  return code.replace(tokens, (whole, list?: string, name?: string) => {
    if (list !== undefined) return `${star}${rest}${list}`;
    return name === undefined ? whole : one + name;
  });
}

const tokens =
  /"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|#.*|\$\$\$([A-Z0-9_]*)|\$([A-Z_][A-Z0-9_]*)/g;

/** `$FLAG` of the name that stands for it. */
export function readMetavariable(node: AnyNode): string | undefined {
  return node.type === 'Name' && node.value.startsWith(one) ? `$${node.value.slice(one.length)}` : undefined;
}

/** True for the name that stands for `$$$`. */
export function isMetavariableOfList(node: AnyNode): boolean {
  return node.type === 'Name' && node.value.startsWith(rest);
}
