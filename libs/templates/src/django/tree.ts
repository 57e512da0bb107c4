import { lineTable } from '@ffsd/edits';
import type { Span } from '../span.ts';
import type { Output, Raw, Tag, Text, Token } from './scan.ts';

/** A tag with its end: `{% if x %} … {% else %} … {% endif %}`. */
export interface Block extends Span {
  readonly kind: 'block';
  readonly name: string;
  readonly branches: readonly Branch[];
  /** The tag that ends it. */
  readonly close: Tag;
}

/** From the opening tag, an `elif` or an `else` up to the next of them; the span is that of its content. */
export interface Branch extends Span {
  readonly tag: Tag;
  readonly nodes: readonly Node[];
}

export type Node = Text | Output | Raw | Tag | Block;

export interface TreeError {
  /** Counted from 1. */
  readonly line: number;
  readonly message: string;
}

/**
 * The blocks of a template. A tag is a block when an `end` with its name follows; which tags there are is the business of the
 * program, and a custom one says no more of itself.
 */
export function treeOf(text: string, tokens: readonly Token[]): readonly Node[] | TreeError {
  const pairs = pairsOf(text, tokens);
  if ('message' in pairs) return pairs;
  const builder: Builder = { text, tokens, pairs, at: 0 };
  const nodes = nodesUntil(builder, tokens.length);
  const stray = nodes.find((node): node is Tag => node.kind === 'tag' && isDivider(node));
  return stray ? errorAt(text, stray, `{% ${stray.name} %} stands in no block`) : nodes;
}

export function isTreeError(result: readonly Node[] | TreeError): result is TreeError {
  return 'message' in result;
}

/** All blocks below the nodes, the outer ones first. */
export function blocksIn(nodes: readonly Node[]): readonly Block[] {
  return nodes.flatMap((node) =>
    node.kind === 'block' ? [node, ...node.branches.flatMap((branch) => blocksIn(branch.nodes))] : [],
  );
}

/** Tags that are always closed: one without its end is a mistake, and what follows it belongs to nobody knows what. */
const alwaysClosed = new Set([
  ...['if', 'for', 'with', 'block', 'autoescape', 'filter', 'spaceless', 'ifchanged', 'ifequal', 'ifnotequal'],
  ...['macro', 'call', 'flag', 'switch', 'sample', 'blocktrans', 'blocktranslate', 'cache'],
]);

/** Which token ends the block that each token begins. */
function pairsOf(text: string, tokens: readonly Token[]): ReadonlyMap<number, number> | TreeError {
  const pairs = new Map<number, number>();
  const open: { readonly index: number; readonly tag: Tag }[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'tag') continue;
    const ended = /^end(\w+)$/.exec(token.name)?.[1];
    if (ended === undefined) {
      if (!isDivider(token) && !isWhole(text, token)) open.push({ index, tag: token });
      continue;
    }
    const at = open.findLastIndex(({ tag }) => tag.name === ended);
    if (at < 0) return errorAt(text, token, `{% ${token.name} %} ends no block`);
    const unclosed = open.slice(at + 1).find(({ tag }) => alwaysClosed.has(tag.name));
    if (unclosed) return errorAt(text, unclosed.tag, `{% ${unclosed.tag.name} %} is not closed`);
    pairs.set(open[at]!.index, index);
    open.splice(at);
  }
  const unclosed = open.find(({ tag }) => alwaysClosed.has(tag.name));
  return unclosed ? errorAt(text, unclosed.tag, `{% ${unclosed.tag.name} %} is not closed`) : pairs;
}

/** `{% set a = 1 %}` is whole, `{% set a %} … {% endset %}` is a block. */
function isWhole(text: string, { name, args }: Tag): boolean {
  return name === 'set' && /^[^|]*[^=!<>]=[^=]/.test(text.slice(args.start, args.end));
}

function isDivider({ name }: Tag): boolean {
  return /^(?:else|elif|elseif|empty|plural|pluralize)$/.test(name);
}

interface Builder {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly pairs: ReadonlyMap<number, number>;
  at: number;
}

function nodesUntil(builder: Builder, end: number): Node[] {
  const nodes: Node[] = [];
  while (builder.at < end) {
    const index = builder.at++;
    const token = builder.tokens[index]!;
    const close = builder.pairs.get(index);
    nodes.push(close === undefined || token.kind !== 'tag' ? token : blockOf(builder, token, close));
  }
  return nodes;
}

function blockOf(builder: Builder, open: Tag, closeIndex: number): Block {
  const close = builder.tokens[closeIndex] as Tag;
  const nodes = nodesUntil(builder, closeIndex);
  builder.at = closeIndex + 1;
  const dividers = nodes.filter((node): node is Tag => node.kind === 'tag' && isDivider(node));
  const heads = [open, ...dividers];
  const branches = heads.map((tag, index): Branch => {
    const next = heads[index + 1] ?? close;
    return {
      tag,
      start: tag.end,
      end: next.start,
      nodes: nodes.filter((one) => tag.end <= one.start && one.end <= next.start),
    };
  });
  return { kind: 'block', name: open.name, start: open.start, end: close.end, branches, close };
}

function errorAt(text: string, { start }: Span, message: string): TreeError {
  return { line: lineTable(text).lineOf(start), message };
}
