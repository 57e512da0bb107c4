import fc from 'fast-check';

/** A program for tests: each statement has a number, and each comment says whose it is. */
export interface Program {
  readonly body: readonly Part[];
  readonly indent: string;
  readonly newline: string;
  readonly endsWithNewline: boolean;
}

/** A statement, or several on a line. */
interface Part {
  readonly kind: 'line' | 'if' | 'for' | 'while' | 'try' | 'with' | 'def' | 'class';
  readonly blankLines: number;
  readonly above: boolean;
  readonly behind: boolean;
  /** For a line: how many statements it has, and whether a semicolon ends it. */
  readonly count: number;
  readonly semicolon: boolean;
  readonly suites: readonly Suite[];
}

interface Suite {
  readonly inLine: boolean;
  readonly footer: boolean;
  readonly body: readonly Part[];
}

const part = (depth: number): fc.Arbitrary<Part> =>
  fc.record({
    kind:
      depth === 0
        ? fc.constant('line' as const)
        : fc.constantFrom('line', 'line', 'if', 'for', 'while', 'try', 'with', 'def', 'class'),
    blankLines: fc.constantFrom(0, 0, 1, 2),
    above: fc.boolean(),
    behind: fc.boolean(),
    count: fc.constantFrom(1, 1, 2, 3),
    semicolon: fc.constantFrom(false, false, true),
    suites: depth === 0 ? fc.constant([]) : fc.array(suite(depth - 1), { minLength: 4, maxLength: 4 }),
  });

const suite = (depth: number): fc.Arbitrary<Suite> =>
  fc.record({
    inLine: fc.constantFrom(false, false, true),
    footer: fc.constantFrom(false, false, true),
    body: fc.array(part(depth), { minLength: 1, maxLength: 2 }),
  });

export const programs: fc.Arbitrary<Program> = fc.record({
  body: fc.array(part(2), { minLength: 1, maxLength: 3 }),
  indent: fc.constantFrom('    ', '  ', '\t'),
  newline: fc.constantFrom('\n', '\n', '\r\n', '\r'),
  endsWithNewline: fc.boolean(),
});

/** The text of a program. Comments read `# above 3`, `# behind 3`, `# end of 3`. */
export function print({ body, indent, newline, endsWithNewline }: Program): string {
  let number = 0;
  const lines: string[] = [];

  const printSuite = ({ inLine, footer, body: parts }: Suite, header: string, own: number, at: string): void => {
    if (inLine) {
      lines.push(`${at}${header}: ${small(parts[0]!)}  # suite of ${own}`);
      return;
    }
    lines.push(`${at}${header}:  # header of ${own}`);
    for (const inner of parts) printPart(inner, at + indent);
    if (footer) lines.push(`${at}${indent}# end of ${own}`);
  };

  const small = ({ count, semicolon }: Part): string =>
    Array.from({ length: count }, () => `s${number++}`).join('; ') + (semicolon ? ';' : '');

  const printPart = (one: Part, at: string): void => {
    const own = number;
    for (let blank = 0; blank < one.blankLines; blank++) lines.push('');
    if (one.above) lines.push(`${at}# above ${own}`);
    if (one.kind === 'line') {
      lines.push(at + small(one) + (one.behind ? `  # behind ${own}` : ''));
      return;
    }
    number++;
    if (one.kind === 'def' && one.behind) lines.push(`${at}@d${own}`);
    for (const [index, header] of headers[one.kind](own, one).entries()) {
      printSuite(one.suites[index]!, header, own, at);
    }
  };

  for (const one of body) printPart(one, '');
  return lines.join(newline) + (endsWithNewline ? newline : '');
}

/** The headers of a statement's clauses; what is random about it says how many. */
const headers: Readonly<Record<Exclude<Part['kind'], 'line'>, (own: number, one: Part) => readonly string[]>> = {
  if: (own, { count, semicolon }) => [
    `if c${own}`,
    ...Array.from({ length: count - 1 }, (_, index) => `elif c${own}_${index}`),
    ...(semicolon ? ['else'] : []),
  ],
  for: (own, { semicolon }) => [`for t${own} in c${own}`, ...(semicolon ? ['else'] : [])],
  while: (own, { semicolon }) => [`while c${own}`, ...(semicolon ? ['else'] : [])],
  try: (own, { count, semicolon }) =>
    ['try', ...(count > 1 ? [`except E${own}`] : []), ...(count > 2 && semicolon ? ['else'] : []), 'finally'].slice(
      0,
      4,
    ),
  with: (own) => [`with c${own} as w${own}`],
  def: (own) => [`def f${own}()`],
  class: (own) => [`class C${own}`],
};
