import type { Span } from '../span.ts';
import type { Dialect } from './dialect.ts';

/** One word of an expression. */
export interface Word extends Span {
  readonly kind: 'name' | 'number' | 'string' | 'sign';
  readonly text: string;
}

/** The words of an expression; undefined where a character belongs to none. */
export function wordsOf(text: string, { start, end }: Span, dialect: Dialect): readonly Word[] | undefined {
  const words: Word[] = [];
  const one = dialect === 'django' ? djangoWord : jinjaWord;
  let at = start;
  while (at < end) {
    one.lastIndex = at;
    const found = one.exec(text);
    if (!found || found.index !== at || at + found[0].length > end) return undefined;
    const { name, number, string, sign } = found.groups!;
    at += found[0].length;
    const kind = name ? 'name' : number ? 'number' : string ? 'string' : sign ? 'sign' : undefined;
    if (kind) words.push({ kind, text: found[0], start: at - found[0].length, end: at });
  }
  return words;
}

const strings = String.raw`(?<string>"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*')`;
const names = String.raw`(?<name>\$*[A-Za-z_]\w*|\$\$\$)`;

/** Metavariables of patterns are names, too. */
const jinjaWord = new RegExp(
  String.raw`\s+|${names}|(?<number>\d[\d_]*(?:\.\d+)?(?:[eE][-+]?\d+)?)|${strings}|(?<sign>==|!=|<=|>=|\/\/|\*\*|[-+*\/%~<>=|.,:()[\]{}])`,
  'y',
);

/** `list.0` is a name, a dot and a number here; a minus belongs to its number. */
const djangoWord = new RegExp(
  String.raw`\s+|${names}|(?<number>[-+]?\d+(?:\.\d+)?)|${strings}|(?<sign>==|!=|<=|>=|[<>=|.,:()])`,
  'y',
);

/** The value of a string: both languages know the escape of the quotation mark and of the backslash. */
export function stringOf(word: string): string | undefined {
  const inside = word.slice(1, -1);
  if (!inside.includes('\\')) return inside;
  // Django gives `\n` as the letter n, Jinja as a line break: nobody compares with such a text.
  return /^(?:[^\\]|\\["'\\])*$/.test(inside) ? inside.replace(/\\(["'\\])/g, '$1') : undefined;
}
