/**
 * A docstring without the indentation that it has from the code around it, as Python's `inspect.cleandoc` does it: the
 * first line has none, the others lose what they have in common, and empty lines at both ends go.
 */
export function cleanDocstring(text: string): string {
  const [first = '', ...others] = expandTabs(text).split('\n');
  const margins = others.filter((line) => stripped(line) !== '').map((line) => line.length - stripped(line).length);
  const margin = margins.length === 0 ? 0 : Math.min(...margins);
  const lines = [stripped(first), ...others.map((line) => line.slice(margin))];
  while (lines.length > 0 && lines.at(-1) === '') lines.pop();
  while (lines.length > 0 && lines[0] === '') lines.shift();
  return lines.join('\n');
}

function stripped(line: string): string {
  let start = 0;
  while (isSpace(line[start] ?? '')) start++;
  return line.slice(start);
}

/** Python takes the separators of ASCII and the next line for white space, but not the byte order mark. */
const isSpace = (character: string): boolean =>
  character !== '\ufeff' && (/\s/.test(character) || '\x1c\x1d\x1e\x1f\x85'.includes(character || 'none'));

/** Each tab goes on to the next column that eight divides. */
function expandTabs(text: string): string {
  let column = 0;
  let expanded = '';
  for (const character of text) {
    const piece = character === '\t' ? ' '.repeat(8 - (column % 8)) : character;
    column = character === '\n' || character === '\r' ? 0 : column + (character === '\t' ? piece.length : 1);
    expanded += piece;
  }
  return expanded;
}
