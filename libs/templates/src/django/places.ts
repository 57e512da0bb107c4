import type { Span } from '../span.ts';
import type { Dialect } from './dialect.ts';
import type { Expression } from './expression.ts';
import type { WordReader } from './parse-expression.ts';
import { argument, disjunction, expression, parseExpression, readerOf, takes } from './parse-expression.ts';
import type { Output, Tag } from './scan.ts';
import type { Block, Node } from './tree.ts';

/** An expression, and what its value is for. */
export type Place = { readonly expression: Expression } & (
  | { readonly kind: 'output'; readonly output: Output }
  /** The test of a branch of `{% if %}`. */
  | { readonly kind: 'test'; readonly block: Block; readonly index: number }
  /** `{% with on=x %}`, `{% set on = x %}`. The span is that of name and value. */
  | {
      readonly kind: 'binding';
      readonly name: string;
      readonly nameSpan: Span;
      readonly span: Span;
      readonly tag: Tag;
      /** The block of a `with`; a `set` goes on to the end of what it stands in. */
      readonly block: Block | undefined;
      /** All names that the tag binds. */
      readonly count: number;
    }
  /** `for x in list if on`, in Jinja. */
  | { readonly kind: 'loop-test'; readonly tag: Tag; readonly block: Block | undefined }
  /** An argument of another tag: `{% include "a.html" with on=x %}`, `{% card on %}`. */
  | {
      readonly kind: 'argument';
      readonly name: string | undefined;
      readonly tag: Tag;
      readonly block: Block | undefined;
    }
);

/** Every expression of a template, in the order of the text. Tags that are not understood have none. */
export function placesIn(text: string, dialect: Dialect, nodes: readonly Node[]): readonly Place[] {
  return nodes.flatMap((node): readonly Place[] => {
    switch (node.kind) {
      case 'text':
      case 'raw':
        return [];
      case 'output': {
        const inner = parseExpression(text, node.inner, dialect);
        return inner ? [{ kind: 'output', expression: inner, output: node }] : [];
      }
      case 'tag':
        return ofTag(text, dialect, node, undefined);
      case 'block':
        return ofBlock(text, dialect, node);
      default:
        return node satisfies never;
    }
  });
}

function ofBlock(text: string, dialect: Dialect, block: Block): readonly Place[] {
  return block.branches.flatMap((branch, index) => {
    const own =
      block.name === 'if'
        ? ofTest(text, dialect, block, index)
        : index === 0
          ? ofTag(text, dialect, branch.tag, block)
          : [];
    return [...own, ...placesIn(text, dialect, branch.nodes)];
  });
}

function ofTest(text: string, dialect: Dialect, block: Block, index: number): readonly Place[] {
  const reader = readerOf(text, block.branches[index]!.tag.args, dialect);
  const test = reader && disjunction(reader);
  return test && reader.at === reader.words.length ? [{ kind: 'test', expression: test, block, index }] : [];
}

function ofTag(text: string, dialect: Dialect, tag: Tag, block: Block | undefined): readonly Place[] {
  const reader = readerOf(text, tag.args, dialect);
  if (!reader || reader.words.length === 0) return [];
  const places = ofWords(reader, tag, block);
  return reader.at === reader.words.length ? places : [];
}

function ofWords(reader: WordReader, tag: Tag, block: Block | undefined): readonly Place[] {
  switch (tag.name) {
    case 'with':
      return bindings(reader, tag, block);
    case 'set':
      // `{% set a, b = x %}` binds what is in x, and `{% set ns.a = x %}` no name.
      return reader.words[1]?.text === '=' ? bindings(reader, tag, undefined) : [];
    case 'for':
      return loop(reader, tag, block);
    case 'macro':
    case 'block':
    case 'extends':
    case 'load':
    case 'import':
    case 'from':
      reader.at = reader.words.length;
      return [];
    default:
      return values(reader, tag, block);
  }
}

/** `a=x b=y` in Django, `a = x, b = y` in Jinja, and Django's old `x as a`. */
function bindings(reader: WordReader, tag: Tag, block: Block | undefined): readonly Place[] {
  const found: { value: Expression; name: string; nameSpan: Span; span: Span }[] = [];
  while (reader.at < reader.words.length) {
    const first = reader.words[reader.at]!;
    const one = argument(reader);
    if (!one) return [];
    if (one.name !== undefined) {
      const nameSpan = { start: first.start, end: first.end };
      found.push({ value: one.value, name: one.name, nameSpan, span: one });
    } else {
      const name = takes(reader, 'as') && reader.words[reader.at++];
      if (!name) return [];
      found.push({ value: one.value, name: name.text, nameSpan: name, span: { start: one.start, end: name.end } });
    }
    if (takes(reader, 'and') || reader.dialect === 'django') continue;
    takes(reader, ',');
  }
  const count = found.length;
  return found.map(({ value, ...one }) => ({ kind: 'binding', expression: value, ...one, tag, block, count }));
}

function loop(reader: WordReader, tag: Tag, block: Block | undefined): readonly Place[] {
  while (reader.at < reader.words.length && !takes(reader, 'in')) reader.at++;
  const list = disjunction(reader);
  if (!list) return [];
  const places: Place[] = [{ kind: 'argument', expression: list, name: undefined, tag, block }];
  if (takes(reader, 'if')) {
    const test = disjunction(reader);
    if (!test) return [];
    places.push({ kind: 'loop-test', expression: test, tag, block });
  }
  if (!takes(reader, 'recursive')) takes(reader, 'reversed');
  return places;
}

/** `"a.html" with on=x only`, `x y as name`: every word that has a value, under its keyword. */
function values(reader: WordReader, tag: Tag, block: Block | undefined): readonly Place[] {
  const places: Place[] = [];
  while (reader.at < reader.words.length) {
    if (takes(reader, 'as')) {
      reader.at++;
      continue;
    }
    if (takes(reader, 'with') || takes(reader, 'only') || takes(reader, ',')) continue;
    const one = reader.dialect === 'django' ? djangoValue(reader) : argument(reader);
    if (!one) return [];
    places.push({ kind: 'argument', expression: one.value, name: one.name, tag, block });
  }
  return places;
}

/** Words stand beside each other: `{% card a b %}` has two values, and so has `{% url 'x' a.b c %}`. */
function djangoValue(
  reader: WordReader,
): { readonly name: string | undefined; readonly value: Expression } | undefined {
  const [word, equals] = [reader.words[reader.at], reader.words[reader.at + 1]];
  const isNamed = word?.kind === 'name' && equals?.text === '=';
  if (isNamed) reader.at += 2;
  const value = expression(reader);
  return value && { name: isNamed ? word.text : undefined, value };
}
