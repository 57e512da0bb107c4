import { defaultOf } from './build.ts';
import { deepEquals } from './deep-equals.ts';
import { shapes } from './generated/shapes.ts';
import { Node } from './node.ts';

export interface DumpOptions {
  /** Show white space, punctuation, and fields that have the value that `create` gives them. Default: false. */
  readonly all?: boolean;
}

/**
 * The tree as the calls of `create` that would build it, one field a line; LibCST's `dump`. To see what a text is made
 * of, and what to write in a matcher.
 */
export function dump(node: Node, options: DumpOptions = {}): string {
  const all = options.all ?? false;
  const words: string[] = [];
  // A stack of our own, because a sum of thirty thousand operands is a tree of that depth.
  const waiting: { readonly value: unknown; readonly before: string; readonly depth: number }[] = [];
  const wait = (before: string, value: unknown, depth: number): void => void waiting.push({ before, value, depth });
  const line = (depth: number): string => `\n${'  '.repeat(depth)}`;
  wait('', node, 0);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, before, depth } = next;
    words.push(before);
    if (value instanceof Node) {
      const fields = fieldsOf(value, all);
      words.push(value.type, '(');
      wait(fields.length === 0 ? ')' : `${line(depth)}})`, NOTHING, depth);
      if (fields.length > 0) words.push('{');
      for (const [name, field] of fields.reverse()) {
        wait(',', NOTHING, depth);
        wait(`${line(depth + 1)}${name}: `, field, depth + 1);
      }
    } else if (Array.isArray(value) && value.length > 0) {
      words.push('[');
      wait(`${line(depth)}]`, NOTHING, depth);
      for (const item of value.toReversed()) {
        wait(',', NOTHING, depth);
        wait(line(depth + 1), item, depth + 1);
      }
    } else if (value !== NOTHING) words.push(JSON.stringify(value));
  }
  return words.join('');
}

const NOTHING = Symbol('nothing');

function fieldsOf(node: Node, all: boolean): [string, unknown][] {
  return shapes[node.kind]!.fields.flatMap((field, index): [string, unknown][] => {
    const value = node.field(index);
    const isHidden = !all && (isPunctuation(value) || isSame(value, defaultOf(field)));
    return isHidden ? [] : [[field.name, value]];
  });
}

/** Nodes that say how the text looks and not what it does. */
const PUNCTUATION = new Set(
  `SimpleWhitespace ParenthesizedWhitespace TrailingWhitespace EmptyLine Newline Comma Semicolon Colon Dot AssignEqual
  LeftParen RightParen LeftSquareBracket RightSquareBracket LeftCurlyBrace RightCurlyBrace`.split(/\s+/),
);

/** The dots of a relative import are not only for the looks, but they are a list of their own. */
const isPunctuation = (value: unknown): boolean =>
  Array.isArray(value)
    ? value.length > 0 && value.every((item) => isPunctuation(item) && (item as Node).type !== 'Dot')
    : value instanceof Node && PUNCTUATION.has(value.type);

const isSame = (value: unknown, other: unknown): boolean =>
  value instanceof Node && other instanceof Node
    ? deepEquals(value, other)
    : Array.isArray(value) && Array.isArray(other)
      ? value.length === other.length && value.every((item, index) => isSame(item, other[index]))
      : value === other;
