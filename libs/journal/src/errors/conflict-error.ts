/** One place where a file is not what the operation needs it to be. */
export interface Disagreement {
  readonly path: string;
  /** In the file as it is now, counted from 1; undefined when the whole file is meant. */
  readonly line: number | undefined;
  /** The lines that should stand there, without the last line end; undefined when the whole file is meant. */
  readonly expected: string | undefined;
  /** The lines that stand there. */
  readonly found: string | undefined;
  /** One clause for the reader, such as `edited since`. */
  readonly because: string;
}

/** Files were changed where the operation would have to write. Nothing was written. */
export class ConflictError extends Error {
  readonly code = 'conflict';
  readonly hint: string;
  readonly disagreements: readonly Disagreement[];

  constructor(message: string, disagreements: readonly Disagreement[], hint: string) {
    super([message, ...disagreements.map(describe)].join('\n'));
    this.name = 'ConflictError';
    this.disagreements = disagreements;
    this.hint = hint;
  }
}

function describe({ path, line, expected, found, because }: Disagreement): string {
  const head = `  ${path}${line === undefined ? '' : `:${line}`} ${because}`;
  return [head, ...quote('expected', expected), ...quote('found', found)].join('\n');
}

/** The first lines of a text are enough to recognise the place. */
function quote(label: string, text: string | undefined): readonly string[] {
  if (text === undefined) return [];
  const lines = text === '' ? ['(nothing)'] : text.split(/\r\n|\n|\r/);
  const shown = lines.length > 4 ? [...lines.slice(0, 3), `… ${lines.length - 3} more lines`] : lines;
  return shown.map((each, index) => `    ${index === 0 ? `${label}:`.padEnd(10) : ' '.repeat(10)}${each}`);
}
