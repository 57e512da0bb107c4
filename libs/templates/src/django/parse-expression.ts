import type { Span } from '../span.ts';
import type { Dialect } from './dialect.ts';
import type { Argument, Comparator, Expression, Literal } from './expression.ts';
import { childrenOf } from './expression.ts';
import type { Word } from './words.ts';
import { stringOf, wordsOf } from './words.ts';

/** The expression that fills the span; undefined when it is none of the dialect. */
export function parseExpression(text: string, span: Span, dialect: Dialect): Expression | undefined {
  const reader = readerOf(text, span, dialect);
  const parsed = reader && expression(reader);
  return parsed && reader.at === reader.words.length ? parsed : undefined;
}

/** Reads expressions one after the other. */
export interface WordReader {
  readonly words: readonly Word[];
  readonly dialect: Dialect;
  at: number;
}

export function readerOf(text: string, span: Span, dialect: Dialect): WordReader | undefined {
  const words = wordsOf(text, span, dialect);
  return words && { words, dialect, at: 0 };
}

/** The next expression; undefined when there is none, and then nothing is known of what was read. */
export function expression(reader: WordReader): Expression | undefined {
  const body = disjunction(reader);
  if (!body || reader.dialect === 'django' || !takes(reader, 'if')) return body;
  const test = disjunction(reader);
  if (!test) return undefined;
  if (!takes(reader, 'else')) return made({ type: 'conditional', body, test, otherwise: undefined }, body, test);
  const otherwise = expression(reader);
  return otherwise && made({ type: 'conditional', body, test, otherwise }, body, otherwise);
}

/** Without the conditional at its end, as in `for x in list if x.ready`. */
export function disjunction(reader: WordReader): Expression | undefined {
  return logical(reader, 'or', (inner) => logical(inner, 'and', negation));
}

export function takes(reader: WordReader, text: string): Word | undefined {
  const word = reader.words[reader.at];
  if (word?.text !== text || word.kind === 'string') return undefined;
  reader.at++;
  return word;
}

type Rule = (reader: WordReader) => Expression | undefined;

function logical(reader: WordReader, operator: 'and' | 'or', operand: Rule): Expression | undefined {
  let left = operand(reader);
  while (left && takes(reader, operator)) {
    const right = operand(reader);
    left = right && made({ type: 'logical', operator, left, right }, left, right);
  }
  return left;
}

function negation(reader: WordReader): Expression | undefined {
  const word = takes(reader, 'not');
  if (!word) return comparison(reader);
  const operand = negation(reader);
  return operand && made({ type: 'not', operand }, word, operand);
}

const signs = new Set(['==', '!=', '<', '<=', '>', '>=', 'in']);

function comparison(reader: WordReader): Expression | undefined {
  const first = sum(reader);
  const more: { readonly operator: Comparator; readonly operand: Expression }[] = [];
  for (;;) {
    const operator = comparator(reader);
    if (!operator) break;
    const operand = sum(reader);
    if (!operand) return undefined;
    more.push({ operator, operand });
  }
  const [one] = more;
  if (!first || !one) return first;
  const last = more.at(-1)!.operand;
  // Django reads `a == b == c` from the left, Python as a chain, and `a in b == c` in a third way.
  if (more.length > 1)
    return made({ type: 'other', parts: [first, ...more.map(({ operand }) => operand)] }, first, last);
  return made({ type: 'comparison', operator: one.operator, left: first, right: last }, first, last);
}

function comparator(reader: WordReader): Comparator | undefined {
  const word = reader.words[reader.at];
  if (!word || word.kind === 'string' || word.kind === 'number') return undefined;
  const next = reader.words[reader.at + 1];
  if (signs.has(word.text)) {
    reader.at++;
    return word.text as Comparator;
  }
  if (word.text === 'not' && next?.text === 'in') {
    reader.at += 2;
    return 'not in';
  }
  if (word.text !== 'is' || reader.dialect !== 'django') return undefined;
  reader.at++;
  return takes(reader, 'not') ? 'is not' : 'is';
}

/** Sums and products; what is in them is read, and nothing of it is folded. */
function sum(reader: WordReader): Expression | undefined {
  const first = unary(reader);
  if (!first || reader.dialect === 'django') return first;
  const parts = [first];
  while (/^(?:[-+*/%~]|\/\/|\*\*)$/.test(reader.words[reader.at]?.text ?? '')) {
    reader.at++;
    const next = unary(reader);
    if (!next) return undefined;
    parts.push(next);
  }
  return parts.length === 1 ? first : made({ type: 'other', parts }, first, parts.at(-1)!);
}

function unary(reader: WordReader): Expression | undefined {
  const sign = reader.dialect === 'django' ? undefined : (takes(reader, '-') ?? takes(reader, '+'));
  const operand = sign ? unary(reader) : postfix(reader);
  if (!sign || !operand) return operand;
  return made({ type: 'other', parts: [operand] }, sign, operand);
}

function postfix(reader: WordReader): Expression | undefined {
  let node = primary(reader);
  while (node) {
    const before: Expression = node;
    if (takes(reader, '.')) node = member(reader, before);
    else if (takes(reader, '|')) node = filter(reader, before);
    else if (reader.dialect !== 'django' && takes(reader, '[')) node = item(reader, before);
    else if (reader.dialect !== 'django' && takes(reader, '(')) node = call(reader, before);
    else if (reader.dialect !== 'django' && takes(reader, 'is')) node = test(reader, before);
    else return node;
  }
  return undefined;
}

function member(reader: WordReader, object: Expression): Expression | undefined {
  const word = reader.words[reader.at++];
  if (!word || word.kind === 'string' || word.kind === 'sign') return undefined;
  const propertySpan = { start: word.start, end: word.end };
  return made({ type: 'member', object, property: word.text, propertySpan }, object, word);
}

function item(reader: WordReader, object: Expression): Expression | undefined {
  const index = expression(reader);
  if (index && takes(reader, ':')) {
    // A slice.
    const upper = expression(reader);
    const close = takes(reader, ']');
    return upper && close && made({ type: 'other', parts: [object, index, upper] }, object, close);
  }
  const close = takes(reader, ']');
  return index && close && made({ type: 'item', object, index }, object, close);
}

function call(reader: WordReader, callee: Expression): Expression | undefined {
  const args = argumentsIn(reader);
  return args && made({ type: 'call', callee, args: args.list }, callee, args.close);
}

function filter(reader: WordReader, object: Expression): Expression | undefined {
  const word = reader.words[reader.at++];
  if (word?.kind !== 'name') return undefined;
  if (reader.dialect !== 'jinja' && takes(reader, ':')) {
    const value = djangoArgument(reader);
    if (!value) return undefined;
    const args = [{ name: undefined, value, start: value.start, end: value.end }];
    return made({ type: 'filter', object, name: word.text, args }, object, value);
  }
  if (reader.dialect !== 'django' && takes(reader, '(')) {
    const args = argumentsIn(reader);
    return args && made({ type: 'filter', object, name: word.text, args: args.list }, object, args.close);
  }
  return made({ type: 'filter', object, name: word.text, args: [] }, object, word);
}

/** The argument of a filter takes no filter of its own: `a|b:c.d|e` is `(a|b:c.d)|e`. */
function djangoArgument(reader: WordReader): Expression | undefined {
  let node = primary(reader);
  while (node && takes(reader, '.')) node = member(reader, node);
  return node;
}

function test(reader: WordReader, object: Expression): Expression | undefined {
  const negated = takes(reader, 'not') !== undefined;
  const word = reader.words[reader.at++];
  if (word?.kind !== 'name') return undefined;
  if (takes(reader, '(')) {
    const args = argumentsIn(reader);
    return args && made({ type: 'test', object, negated, name: word.text, args: args.list }, object, args.close);
  }
  // `x is divisibleby 3`, and `x is none and y` without an argument.
  const next = reader.words[reader.at];
  const hasArgument =
    next && next.kind !== 'sign' && !/^(?:and|or|not|in|if|else|is)$/.test(next.kind === 'name' ? next.text : '');
  const value = hasArgument ? postfix(reader) : undefined;
  if (hasArgument && !value) return undefined;
  const args = value ? [{ name: undefined, value, start: value.start, end: value.end }] : [];
  return made({ type: 'test', object, negated, name: word.text, args }, object, value ?? word);
}

function argumentsIn(reader: WordReader): { readonly list: readonly Argument[]; readonly close: Word } | undefined {
  const list: Argument[] = [];
  for (;;) {
    const close = takes(reader, ')');
    if (close) return { list, close };
    const one = argument(reader);
    if (!one) return undefined;
    list.push(one);
    if (!takes(reader, ',') && reader.words[reader.at]?.text !== ')') return undefined;
  }
}

export function argument(reader: WordReader): Argument | undefined {
  const [word, equals] = [reader.words[reader.at], reader.words[reader.at + 1]];
  const isNamed = word?.kind === 'name' && equals?.text === '=';
  if (isNamed) reader.at += 2;
  const value = expression(reader);
  if (!value) return undefined;
  return { name: isNamed ? word.text : undefined, value, start: isNamed ? word.start : value.start, end: value.end };
}

function primary(reader: WordReader): Expression | undefined {
  const word = reader.words[reader.at++];
  switch (word?.kind) {
    case 'number':
      return made({ type: 'literal', value: Number(word.text.replaceAll('_', '')) }, word, word);
    case 'string': {
      const value = stringOf(word.text);
      return value === undefined
        ? made({ type: 'other', parts: [] }, word, word)
        : made({ type: 'literal', value }, word, word);
    }
    case 'name':
      return named(reader, word);
    case 'sign':
      return reader.dialect === 'django' ? undefined : bracketed(reader, word);
    default:
      return undefined;
  }
}

const constants: Readonly<Record<string, Literal>> = { True: true, False: false, None: null };
const lowerConstants: Readonly<Record<string, Literal>> = { true: true, false: false, none: null };
const keywords = new Set(['and', 'or', 'not', 'in', 'is', 'if', 'else']);

function named(reader: WordReader, word: Word): Expression | undefined {
  // Django's translated text: `_("New")`.
  if (word.text === '_' && reader.dialect === 'django' && takes(reader, '(')) {
    const text = reader.words[reader.at++];
    const close = takes(reader, ')');
    return text?.kind === 'string' && close ? made({ type: 'other', parts: [] }, word, close) : undefined;
  }
  if (keywords.has(word.text)) return undefined;
  // Django looks up `true` as a variable.
  const table = reader.dialect === 'jinja' ? { ...constants, ...lowerConstants } : constants;
  if (Object.hasOwn(table, word.text)) return made({ type: 'literal', value: table[word.text]! }, word, word);
  return made({ type: 'name', name: word.text }, word, word);
}

/** `(a)` is a group; tuples, lists and tables are read for what is in them. */
function bracketed(reader: WordReader, open: Word): Expression | undefined {
  const closing = { '(': ')', '[': ']', '{': '}' }[open.text];
  if (!closing) return undefined;
  const parts: Expression[] = [];
  let commas = 0;
  for (;;) {
    const close = takes(reader, closing);
    if (close) {
      const isGroup = open.text === '(' && parts.length === 1 && commas === 0;
      return isGroup
        ? made({ type: 'group', inner: parts[0]! }, open, close)
        : made({ type: 'other', parts }, open, close);
    }
    const part = expression(reader);
    if (!part) return undefined;
    parts.push(part);
    if (takes(reader, ',') || takes(reader, ':')) commas++;
    else if (reader.words[reader.at]?.text !== closing) return undefined;
  }
}

type Made = Expression extends infer E ? (E extends Expression ? Omit<E, 'parent' | 'start' | 'end'> : never) : never;

function made(node: Made, from: Span, to: Span): Expression {
  const whole = { ...node, start: from.start, end: to.end, parent: undefined } as Expression;
  for (const child of childrenOf(whole)) child.parent = whole;
  return whole;
}
