import { shapes } from './generated/shapes.ts';
import { type Node, nodeAt } from './node.ts';
import type { FieldShape } from './shape.ts';
import { END, FULL_END, FULL_START, NEXT, START, WORDS } from './tree.ts';

/**
 * The fields of a parsed node, from the rows of its children. Where white space of no length stands the value is
 * undefined, and the node makes it when it is asked for.
 */
export function decode(node: Node): readonly unknown[] {
  const tree = node.tree!;
  const { words, source } = tree;
  const shape = shapes[node.kind]!;
  const values: unknown[] = shape.fields.map((field) => initial(field));
  const first = node.row * WORDS;
  const end = words[first + NEXT]!;
  for (let row = node.row + 1; row < end; row = words[row * WORDS + NEXT]!) {
    const index = tree.field(row);
    if (tree.kind(row) === 0) {
      values[index] = source.slice(words[row * WORDS + FULL_START]!, words[row * WORDS + FULL_END]!);
      continue;
    }
    const child = nodeAt(tree, row);
    switch (shape.fields[index]!.many) {
      case 'list':
        (values[index] as unknown[]).push(child);
        break;
      case 'optional-list':
        values[index] = [...((values[index] as unknown[] | null) ?? []), child];
        break;
      case 'list-or-one':
        if (child.type === 'ImportStar') values[index] = child;
        else (values[index] as unknown[]).push(child);
        break;
      default:
        values[index] = child;
    }
  }
  if (shape.whole >= 0) values[shape.whole] = source.slice(words[first + START]!, words[first + END]!);
  special(node, values);
  shape.fields.forEach((field, index) => {
    // `return(x)`: the white space is there and has no length, which is not the same as null.
    if (field.needs?.some((other) => isThere(values[other]))) values[index] ??= undefined;
  });
  return values;
}

function initial(field: FieldShape): unknown {
  switch (field.many) {
    case 'list':
    case 'list-or-one':
      return [];
    case 'optional':
    case 'optional-list':
      return field.needs?.length === 0 ? undefined : null;
    case 'one':
      return field.type === 'text' ? '' : field.type === 'flag' ? false : undefined;
    default:
      return field.many satisfies never;
  }
}

const isThere = (value: unknown): boolean => value !== null && !(Array.isArray(value) && value.length === 0);

/** Fields that are no rows: flags, and what the module knows of the whole text. */
function special(node: Node, values: unknown[]): void {
  const tree = node.tree!;
  const flags = tree.flags(node.row);
  switch (node.type) {
    case 'EmptyLine':
      values[0] = (flags & 1) !== 0;
      break;
    case 'ParenthesizedWhitespace':
      values[2] = (flags & 1) !== 0;
      break;
    case 'Newline':
      if (flags !== 0) values[0] = null;
      break;
    case 'FormattedStringExpression':
    case 'TemplatedStringExpression':
      if (flags !== 0) values[2] ??= [];
      break;
    case 'Module':
      values[3] = tree.encoding;
      values[4] = tree.defaultIndent;
      values[5] = tree.defaultNewline;
      values[6] = /[\r\n]$/.test(tree.source);
      break;
  }
}
