import { shapes } from './generated/shapes.ts';
import { type Node, nodeAt } from './node.ts';
import type { FieldShape, Shape } from './shape.ts';
import { END, FULL_END, FULL_START, NEXT, START, type Tree, WORDS } from './tree.ts';

/**
 * The fields of a parsed node, from the rows of its children. Where white space of no length stands the value is
 * undefined, and the node makes it when it is asked for.
 */
export function decode(node: Node): unknown[] {
  const { tree, row, kind } = node as Node & { readonly tree: Tree };
  const { words, source } = tree;
  const plan = plans[kind]!;
  const values = plan.initial.slice();
  const end = words[row * WORDS + NEXT]!;
  for (let at = row + 1; at < end; at = words[at * WORDS + NEXT]!) {
    const head = words[at * WORDS]!;
    const index = (head >> 8) & 0xff;
    if ((head & 0xff) === 0) {
      values[index] = source.slice(words[at * WORDS + FULL_START]!, words[at * WORDS + FULL_END]!);
      continue;
    }
    const child = nodeAt(tree, at);
    if (plan.isList[index] && child.type !== 'ImportStar') add(values, index, child);
    else values[index] = child;
  }
  for (const index of plan.lists) if (Array.isArray(values[index])) Object.freeze(values[index]);
  if (plan.whole >= 0) {
    values[plan.whole] = source.slice(words[row * WORDS + START]!, words[row * WORDS + END]!);
  }
  special[node.type]?.(tree, row, values);
  for (const { index, needs } of plan.owed) {
    // `return(x)`: the white space is there and has no length, which is not the same as null.
    if (values[index] === null && needs.some((other) => isThere(values[other]))) values[index] = undefined;
  }
  return values;
}

/** What to do for a kind of node. */
interface Plan {
  /** The values of a node that has no rows below it. */
  readonly initial: readonly unknown[];
  readonly isList: readonly boolean[];
  readonly lists: readonly number[];
  readonly whole: number;
  /** Optional white space, and the fields beside which it stands. */
  readonly owed: readonly { readonly index: number; readonly needs: readonly number[] }[];
}

function planOf({ fields, whole }: Shape): Plan {
  const isList = fields.map((field) => /list/.test(field.many));
  return {
    initial: fields.map(initial),
    isList,
    lists: fields.flatMap((_, index) => (isList[index] ? [index] : [])),
    whole,
    owed: fields.flatMap(({ needs }, index) => (needs && needs.length > 0 ? [{ index, needs }] : [])),
  };
}

const NOTHING: readonly never[] = Object.freeze([]);

/** By kind. */
const plans: readonly Plan[] = shapes.map(planOf);

function initial(field: FieldShape): unknown {
  switch (field.many) {
    case 'list':
    case 'list-or-one':
      return NOTHING;
    case 'optional':
    case 'optional-list':
      return field.needs?.length === 0 ? undefined : null;
    case 'one':
      return field.type === 'text' ? '' : field.type === 'flag' ? false : undefined;
    default:
      return field.many satisfies never;
  }
}

function add(values: unknown[], index: number, child: Node): void {
  const list = values[index];
  if (list === NOTHING || list === null) values[index] = [child];
  else (list as unknown[]).push(child);
}

/** Whether something of a field is in the text. `Parameters` always are a node, with nothing in it for `lambda: 0`. */
function isThere(value: unknown): boolean {
  if (value === null || value === undefined) return false;
  if (Array.isArray(value)) return value.length > 0;
  const { type, tree, row } = value as Node;
  return type !== 'Parameters' || tree!.words[row * WORDS + NEXT]! > row + 1;
}

type Special = (tree: Tree, row: number, values: unknown[]) => void;

const formatted: Special = (tree, row, values) => {
  // `{x:}` has a format that is empty.
  if (tree.flags(row) !== 0) values[2] ??= NOTHING;
};

/** What is no row: flags, what the module knows of the whole text, and what depends on the parent. */
const special: Readonly<Record<string, Special>> = {
  EmptyLine: (tree, row, values) => {
    values[0] = (tree.flags(row) & 1) !== 0;
  },
  ParenthesizedWhitespace: (tree, row, values) => {
    values[2] = (tree.flags(row) & 1) !== 0;
  },
  Newline: (tree, row, values) => {
    if (tree.flags(row) !== 0) values[0] = null;
  },
  FormattedStringExpression: formatted,
  TemplatedStringExpression: formatted,
  Param: (_, __, values) => {
    // LibCST's parser says of each parameter that it has no star; null, which is for nodes that are built, leaves it open.
    values[5] ??= '';
  },
  From: (tree, row, values) => {
    // The white space before the `from` of a `yield` belongs to the `yield`.
    if (nodeAt(tree, tree.parent(row)).type === 'Yield') values[1] ??= null;
  },
  Module: (tree, _, values) => {
    values[3] = tree.encoding;
    values[4] = tree.defaultIndent;
    values[5] = tree.defaultNewline;
    values[6] = /[\r\n]$/.test(tree.source);
  },
};
