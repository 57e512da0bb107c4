/**
 * What a JSX text means: lines are trimmed where they were broken, empty lines vanish, and the rest is joined by one space.
 *
 * Source: the JSX transforms of Babel, TypeScript and esbuild agree on it; the specification of JSX leaves it open. Where they do
 * not, this is Babel's: a tab inside a line is a space, and a no-break space is text.
 */
export function meaningOfJsxText(raw: string): string {
  const lines = raw.split(/\r\n|\n|\r/);
  let lastWithText = 0;
  for (const [index, line] of lines.entries()) if (/[^ \t]/.test(line)) lastWithText = index;
  let meaning = '';
  for (const [index, line] of lines.entries()) {
    let text = line.replace(/\t/g, ' ');
    if (index > 0) text = text.replace(/^ +/, '');
    if (index < lines.length - 1) text = text.replace(/ +$/, '');
    if (!text) continue;
    meaning += index === lastWithText ? text : `${text} `;
  }
  return meaning;
}
