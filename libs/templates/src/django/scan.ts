import type { Span } from '../span.ts';
import type { Dialect } from './dialect.ts';

/** Text between the tags. */
export interface Text extends Span {
  readonly kind: 'text';
}

/** `{% name arguments %}` */
export interface Tag extends Span {
  readonly kind: 'tag';
  readonly name: string;
  /** Where the name stands. */
  readonly nameSpan: Span;
  /** What stands behind the name, without the white space around it. */
  readonly args: Span;
  readonly trims: Trims;
}

/** `{{ expression }}` */
export interface Output extends Span {
  readonly kind: 'output';
  /** The expression, without the white space around it. */
  readonly inner: Span;
  readonly trims: Trims;
}

/** A comment, or a stretch that is shown as it is written: `{# … #}`, `{% comment %}`, `{% verbatim %}`, `{% raw %}`. */
export interface Raw extends Span {
  readonly kind: 'raw';
  /** `comment` is not shown at all. */
  readonly what: 'comment' | 'verbatim';
  readonly trims: Trims;
}

/** Which white space goes with the tag: `{%- … -%}`. */
export interface Trims {
  readonly before: boolean;
  readonly behind: boolean;
}

export type Token = Text | Tag | Output | Raw;

/** Splits a template into its tokens; together they cover every character. */
export function scan(text: string, dialect: Dialect): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const begin = /\{[%{#]/g;
  for (;;) {
    begin.lastIndex = at;
    const found = begin.exec(text);
    if (!found) break;
    const token = tokenAt(text, found.index, dialect);
    // What is not closed is text.
    if (!token) {
      begin.lastIndex = found.index + 2;
      const next = begin.exec(text);
      if (!next) break;
      push(tokens, { kind: 'text', start: at, end: next.index });
      at = next.index;
      continue;
    }
    push(tokens, { kind: 'text', start: at, end: token.start });
    push(tokens, token);
    at = token.end;
  }
  push(tokens, { kind: 'text', start: at, end: text.length });
  return tokens;
}

function push(tokens: Token[], token: Token): void {
  if (token.start === token.end) return;
  const last = tokens.at(-1);
  if (last?.kind === 'text' && token.kind === 'text') tokens[tokens.length - 1] = { ...last, end: token.end };
  else tokens.push(token);
}

function tokenAt(text: string, start: number, dialect: Dialect): Token | undefined {
  const opening = text.slice(start, start + 2);
  const closing = opening === '{%' ? '%}' : opening === '{{' ? '}}' : '#}';
  const end = closed(text, start + 2, closing, dialect);
  if (end === undefined) return undefined;
  const before = dialect !== 'django' && /[-+]/.test(text[start + 2]!);
  const behind = dialect !== 'django' && /[-+]/.test(text[end - 3]!) && end - 3 > start + 2;
  const trims = { before: before && text[start + 2] === '-', behind: behind && text[end - 3] === '-' };
  if (closing === '#}') return { kind: 'raw', what: 'comment', start, end, trims };
  const inner = trimmed(text, { start: start + (before ? 3 : 2), end: end - (behind ? 3 : 2) });
  if (closing === '}}') return { kind: 'output', start, end, inner, trims };
  const name = /^[^\s'"(]+/.exec(text.slice(inner.start, inner.end))?.[0] ?? '';
  const nameSpan = { start: inner.start, end: inner.start + name.length };
  const args = trimmed(text, { start: nameSpan.end, end: inner.end });
  return rawFrom(text, { kind: 'tag', start, end, name, nameSpan, args, trims });
}

/** Where the token ends. A tag of Django ends on its line, and one of Jinja not inside of a string. */
function closed(text: string, from: number, closing: string, dialect: Dialect): number | undefined {
  if (dialect !== 'jinja' || closing === '#}') {
    const at = text.indexOf(closing, from);
    if (at < 0) return undefined;
    const isOneLine = !/[\r\n]/.test(text.slice(from, at));
    return isOneLine || dialect === 'jinja' ? at + 2 : undefined;
  }
  for (let at = from; at < text.length; at++) {
    if (text.startsWith(closing, at)) return at + 2;
    const quote = text[at];
    if (quote !== '"' && quote !== "'") continue;
    for (at++; at < text.length && text[at] !== quote; at++) if (text[at] === '\\') at++;
  }
  return undefined;
}

function trimmed(text: string, { start, end }: Span): Span {
  let [from, to] = [start, end];
  while (from < to && /\s/.test(text[from]!)) from++;
  while (to > from && /\s/.test(text[to - 1]!)) to--;
  return { start: from, end: to };
}

/** `{% verbatim x %}` goes up to its `{% endverbatim x %}`, whatever stands between. Without an end it is a tag as others. */
function rawFrom(text: string, tag: Tag): Tag | Raw {
  if (tag.name !== 'verbatim' && tag.name !== 'raw' && tag.name !== 'comment') return tag;
  const label = tag.name === 'verbatim' ? text.slice(tag.args.start, tag.args.end) : '';
  const end = new RegExp(`\\{%[-+]?\\s*end${tag.name}\\s*${label.replace(/[^\w]/g, '\\$&')}\\s*[-+]?%\\}`, 'g');
  end.lastIndex = tag.end;
  const found = end.exec(text);
  if (!found) return tag;
  const what = tag.name === 'comment' ? 'comment' : 'verbatim';
  const trims = { before: tag.trims.before, behind: found[0].endsWith('-%}') };
  return { kind: 'raw', what, start: tag.start, end: found.index + found[0].length, trims };
}
