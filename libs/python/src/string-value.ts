import type { AnyNode, BaseExpression } from 'libcst-wasm';

/**
 * The value of a string literal: its escapes read, its parts joined, a `u` or `r` before it understood.
 *
 * @returns undefined for bytes, for f-strings and t-strings that hold an expression, and for everything else
 */
export function stringValue(node: AnyNode): string | undefined {
  switch (node.type) {
    case 'SimpleString':
      return simpleValue(node.value);
    case 'ConcatenatedString': {
      const left = stringValue(node.left);
      const right = left === undefined ? undefined : stringValue(node.right);
      return right === undefined ? undefined : left + right;
    }
    case 'FormattedString': {
      let text = '';
      for (const part of node.parts) {
        if (part.type !== 'FormattedStringText') return undefined;
        text += part.value.replaceAll('{{', '{').replaceAll('}}', '}');
      }
      return /r/i.test(node.start_) ? text : readEscapes(text);
    }
    default:
      return undefined;
  }
}

/** Where the text of a string begins and ends in the source, without prefix and quotes. */
export function stringSpan(node: BaseExpression & { readonly type: 'SimpleString' }): { start: number; end: number } {
  const { opening, quote } = partsOf(node.value);
  return { start: node.start + opening.length, end: node.end - quote.length };
}

function simpleValue(literal: string): string | undefined {
  const { opening, quote } = partsOf(literal);
  if (/b/i.test(opening)) return undefined;
  // In the source a line may end in CRLF; in the value it does not.
  const content = literal.slice(opening.length, -quote.length).replace(/\r\n?/g, '\n');
  return /r/i.test(opening) ? content : readEscapes(content);
}

function partsOf(literal: string): { opening: string; quote: string } {
  const [opening, quote] = /^\w*('''|"""|'|")/.exec(literal)!;
  return { opening, quote: quote! };
}

const plain: Readonly<Record<string, string>> = {
  '\n': '',
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/** `\N{…}` needs Python's table of names and stays as it is; so does what is no escape, as in Python. */
function readEscapes(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(
    /\\(?:([0-7]{1,3})|x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([\s\S]))/g,
    (whole: string, octal?: string, x?: string, u?: string, long?: string, letter?: string) => {
      if (octal !== undefined) return String.fromCodePoint(Number.parseInt(octal, 8));
      const hex = x ?? u ?? long;
      if (hex === undefined) return plain[letter!] ?? whole;
      const code = Number.parseInt(hex, 16);
      return code > 0x10ffff ? whole : String.fromCodePoint(code);
    },
  );
}
