/** Colours for a terminal. */
export interface Paint {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly green: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly cyan: (text: string) => string;
}

export function paint(colored: boolean): Paint {
  const wrap = (open: number, close: number) => (text: string) =>
    colored ? `\x1b[${open}m${text}\x1b[${close}m` : text;
  return {
    bold: wrap(1, 22),
    dim: wrap(2, 22),
    red: wrap(31, 39),
    green: wrap(32, 39),
    yellow: wrap(33, 39),
    cyan: wrap(36, 39),
  };
}

/** The unified diff of one file in the colours of git. */
export function paintDiff(diff: string, { bold, red, green, cyan }: Paint): string {
  // A removed line `-- x` reads `--- x` in a diff, so what a header is depends on where it stands.
  let inHunk = false;
  const lines = diff.split('\n').map((line) => {
    inHunk ||= line.startsWith('@@');
    if (line === '' || line.startsWith(' ')) return line;
    if (!inHunk) return bold(line);
    if (line.startsWith('@@')) return cyan(line);
    if (line.startsWith('+')) return green(line);
    return line.startsWith('-') ? red(line) : line;
  });
  return lines.join('\n');
}
