/**
 * A path as git writes it in a patch: as it is, or in quotes with C escapes when it holds a quote, a backslash or a control
 * character, which would end or change the line it stands on.
 */
export function quotePath(path: string): string {
  if (!special.test(path)) return path;
  return `"${path.replace(new RegExp(special, 'g'), (character) => escapes[character] ?? octal(character))}"`;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for.
const special = /["\\\u0000-\u001f\u007f]/;

const escapes: Readonly<Record<string, string>> = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\t': '\\t', '\r': '\\r' };

function octal(character: string): string {
  return `\\${character.charCodeAt(0).toString(8).padStart(3, '0')}`;
}
