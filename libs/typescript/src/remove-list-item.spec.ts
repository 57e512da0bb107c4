import type { Node } from '@babel/types';
import { apply } from '@ffsd/edits';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isParsed, parse, type SourceFile } from './parse.ts';
import { removeListItem } from './remove-list-item.ts';
import { walk } from './walk.ts';

/** A list of the language, and how to find its items in the tree. */
interface ListKind {
  readonly open: string;
  readonly close: string;
  readonly item: (name: string) => string;
  readonly separator: ',' | '|';
  readonly type: string;
  readonly key: string;
  /** Whether the list may be empty. */
  readonly empty: boolean;
  /** Whether a separator may stand behind the last, and before the first. */
  readonly trailing: boolean;
  readonly leading: boolean;
}

const comma = { separator: ',', empty: true, trailing: true, leading: false } as const;
const bar = { separator: '|', empty: false, trailing: false, leading: true } as const;
const name = (item: string): string => item;

const kinds: Readonly<Record<string, ListKind>> = {
  array: { ...comma, open: 'x = [', close: '];', item: name, type: 'ArrayExpression', key: 'elements' },
  object: { ...comma, open: 'x = {', close: '};', item: (a) => `${a}: 1`, type: 'ObjectExpression', key: 'properties' },
  arguments: { ...comma, open: 'f(', close: ');', item: name, type: 'CallExpression', key: 'arguments' },
  calls: { ...comma, open: 'f(', close: ');', item: (a) => `(${a})`, type: 'CallExpression', key: 'arguments' },
  imports: {
    ...comma,
    open: 'import {',
    close: "} from 'm';",
    item: name,
    type: 'ImportDeclaration',
    key: 'specifiers',
  },
  enum: { ...comma, open: 'enum E {', close: '}', item: (a) => `${a} = 1`, type: 'TSEnumDeclaration', key: 'members' },
  parameters: { ...comma, open: 'function f(', close: ') {}', item: name, type: 'FunctionDeclaration', key: 'params' },
  pattern: { ...comma, open: 'const {', close: '} = x;', item: name, type: 'ObjectPattern', key: 'properties' },
  union: { ...bar, open: 'type T =', close: ';', item: (a) => `'${a}'`, type: 'TSUnionType', key: 'types' },
};

interface Layout {
  readonly names: readonly string[];
  readonly comments: readonly ('none' | 'before' | 'behind' | 'above' | 'endOfLine')[];
  readonly lines: boolean;
  readonly spaced: boolean;
  readonly trailing: boolean;
  readonly leading: boolean;
  /** Whether the separator stands in front of the item on its line. */
  readonly first: boolean;
  readonly crlf: boolean;
}

const layouts: fc.Arbitrary<Layout> = fc.record({
  names: fc.integer({ min: 1, max: 4 }).map((count) => ['a', 'b', 'c', 'd'].slice(0, count)),
  comments: fc.array(fc.constantFrom('none', 'none', 'before', 'behind', 'above', 'endOfLine'), {
    minLength: 4,
    maxLength: 4,
  }),
  lines: fc.boolean(),
  spaced: fc.boolean(),
  trailing: fc.boolean(),
  leading: fc.boolean(),
  first: fc.boolean(),
  crlf: fc.boolean(),
});

describe('removeListItem', () => {
  it.each(Object.keys(kinds))('leaves the other items of %s, whatever the layout', (title) => {
    const kind = kinds[title]!;
    fc.assert(
      fc.property(layouts, fc.nat(3), (layout, chosen) => {
        const index = chosen % layout.names.length;
        // A union of one is no union.
        fc.pre(kind.empty || layout.names.length > 2);
        const text = print(kind, layout);
        const { file, items } = itemsIn(text, kind);
        expect(items.map(nameOf)).toEqual(layout.names);
        const after = apply(text, removeListItem(file, items, index, kind.separator));
        const rest = layout.names.filter((_, at) => at !== index);
        expect({ text, after, names: itemsIn(after, kind).items.map(nameOf) }).toEqual({ text, after, names: rest });
        // Comments of the others stay, and so does the code around.
        for (const other of rest)
          expect(after.match(/\w+ of [a-d]/g) ?? []).toEqual(expect.arrayContaining([...commentsOf(text, other)]));
        expect(after).toMatch(/^before\(\);[\s\S]*\nafter\(\);\n?$/m);
        if (layout.crlf) expect(after).not.toMatch(/[^\r]\n/);
        if (layout.lines)
          expect(after.split('\n').filter((line) => line.trim() === '')).toEqual(
            text.split('\n').filter((line) => line.trim() === ''),
          );
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['array', 'x = [a, b, c];', 0, 'x = [b, c];'],
    ['array', 'x = [a, b, c];', 1, 'x = [a, c];'],
    ['array', 'x = [a, b, c];', 2, 'x = [a, b];'],
    ['array', 'x = [a, b, c,];', 2, 'x = [a, b,];'],
    ['array', 'x = [a];', 0, 'x = [];'],
    ['array', 'x = [a,];', 0, 'x = [];'],
    ['array', 'x = [\n  a,\n  b,\n];', 1, 'x = [\n  a,\n];'],
    ['array', 'x = [\n  a,\n  b\n];', 1, 'x = [\n  a\n];'],
    ['array', 'x = [\n  a,\n  b\n];', 0, 'x = [\n  b\n];'],
    ['array', 'x = [\n  a, // first\n  b\n];', 1, 'x = [\n  a // first\n];'],
    ['array', 'x = [\n  a, // first\n  b,\n];', 0, 'x = [\n  b,\n];'],
    ['array', 'x = [\n  // first\n  a,\n  // second\n  b,\n];', 1, 'x = [\n  // first\n  a,\n];'],
    ['array', 'x = [\n  a, b,\n  c,\n];', 1, 'x = [\n  a,\n  c,\n];'],
    ['array', 'x = [\n  a, b,\n  c,\n];', 2, 'x = [\n  a, b,\n];'],
    ['object', 'x = { a: 1 };', 0, 'x = {};'],
    ['object', 'x = {\n  a: 1,\n\n  b: 1,\n};', 0, 'x = {\n  b: 1,\n};'],
    ['object', 'x = {\n  a: 1,\n\n  b: 1,\n};', 1, 'x = {\n  a: 1,\n};'],
    ['calls', 'f((a));', 0, 'f();'],
    ['calls', 'f((a), (b));', 0, 'f((b));'],
    ['calls', 'f((a), (b));', 1, 'f((a));'],
    ['union', "type T = 'a' | 'b' | 'c';", 0, "type T = 'b' | 'c';"],
    ['union', "type T = 'a' | 'b' | 'c';", 2, "type T = 'a' | 'b';"],
    ['union', "type T =\n  | 'a'\n  | 'b'\n  | 'c';", 0, "type T =\n  | 'b'\n  | 'c';"],
    ['union', "type T =\n  | 'a'\n  | 'b'\n  | 'c';", 1, "type T =\n  | 'a'\n  | 'c';"],
    ['union', "type T =\n  | 'a'\n  | 'b'\n  | 'c';", 2, "type T =\n  | 'a'\n  | 'b';"],
    ['union', "type T = 'a' |\n  'b' |\n  'c';", 2, "type T = 'a' |\n  'b';"],
  ])('%s: %j without item %i is %j', (title, text, index, after) => {
    const kind = kinds[title]!;
    const { file, items } = itemsIn(text, kind);
    expect(apply(text, removeListItem(file, items, index, kind.separator))).toBe(after);
  });
});

function print(kind: ListKind, layout: Layout): string {
  const { names, lines, spaced, crlf } = layout;
  const trailing = kind.trailing && layout.trailing;
  const leading = kind.leading && layout.leading;
  const first = layout.first && !trailing;
  let text = kind.open;
  for (const [at, one] of names.entries()) {
    const comment = layout.comments[at]!;
    const last = at === names.length - 1;
    const inFront = first ? at > 0 : at === 0 && leading;
    if (lines) text += '\n  ';
    else if (spaced && at > 0) text += ' ';
    if (comment === 'above' && lines) text += `// above of ${one}\n  `;
    if (inFront || (first && leading && at === 0)) text += kind.separator + (spaced || lines ? ' ' : '');
    if (comment === 'before') text += `/* before of ${one} */ `;
    text += kind.item(one);
    if (comment === 'behind') text += ` /* behind of ${one} */`;
    if (!first && (!last || trailing)) text += kind.separator;
    if (comment === 'endOfLine' && lines) text += ` // endOfLine of ${one}`;
  }
  if (lines) text += '\n';
  const whole = `before();\n${text}${kind.close}\nafter();\n`;
  return crlf ? whole.replaceAll('\n', '\r\n') : whole;
}

function itemsIn(text: string, kind: ListKind): { file: SourceFile; items: readonly Node[] } {
  const file = parse('a.ts', text);
  if (!isParsed(file)) throw new Error(`${file.message} in ${text}`);
  let items: readonly Node[] | undefined;
  walk(file.tree.program, (node) => {
    if (node.type !== kind.type || ['before', 'after'].includes(nameOf((node as { callee?: Node }).callee))) return;
    const properties = node as unknown as Record<string, readonly Node[]>;
    items ??= properties[kind.key] ?? (properties.body as unknown as Record<string, readonly Node[]>)[kind.key]!;
  });
  // Two members of a union of two leave one type.
  if (!items) {
    walk(file.tree.program, (node) => {
      if (node.type === 'TSTypeAliasDeclaration') items = [node.typeAnnotation];
    });
  }
  return { file, items: items! };
}

function nameOf(node: Node | undefined): string {
  let found = '';
  if (node) {
    walk(node, (inner) => {
      if (found === '' && inner.type === 'Identifier') found = inner.name;
      if (found === '' && inner.type === 'StringLiteral') found = inner.value;
    });
  }
  return found;
}

function commentsOf(text: string, item: string): readonly string[] {
  return text.match(new RegExp(`\\w+ of ${item}`, 'g')) ?? [];
}
