import { apply } from '@ffsd/edits';
import fc from 'fast-check';
import type { AnyNode } from 'libcst-wasm';
import { describe, expect, it } from 'vitest';
import { parsed } from './find-in.ts';
import { type Listed, type ListItem, listOf } from './list-of.ts';
import { removeListItem } from './remove-list-item.ts';
import { nodesOf, shapeOf } from './shape-of.ts';
import { snippets } from './snippets.ts';

const isItem = (node: AnyNode): node is ListItem =>
  /^(?:Arg|DictElement|Element|ImportAlias|Match(?:Keyword|Mapping|Sequence)Element|MatchStar|NameItem|Param|Starred(?:Dict)?Element|SubscriptElement|TypeParam|WithItem)$/.test(
    node.type,
  ) && node.parent?.type !== 'ParamStar';

/** Removes the first item that begins with a word, stars left out. */
function remove(text: string, word: string): string | undefined {
  const file = parsed(text);
  const item = nodesOf(file.tree, isItem).find(({ start }) => text.slice(start).replace(/^\*+/, '').startsWith(word))!;
  const edits = removeListItem(file, item);
  if (edits === undefined) return undefined;
  const after = apply(text, edits);
  parsed(after);
  return after;
}

describe('removeListItem', () => {
  it.each([
    ['f(x, b, c)\n', 'f(b, c)\n'],
    ['f(a, x, c)\n', 'f(a, c)\n'],
    ['f(a, x)\n', 'f(a)\n'],
    ['f(a, x,)\n', 'f(a,)\n'],
    ['f(x)\n', 'f()\n'],
    ['f( x, )\n', 'f()\n'],
    ['f(a, *x, **b)\n', 'f(a, **b)\n'],
    ['f(a, x=1)\n', 'f(a)\n'],
    ['f(\n    a,\n    x,\n    c,\n)\n', 'f(\n    a,\n    c,\n)\n'],
    ['f(\n    x,\n    c,\n)\n', 'f(\n    c,\n)\n'],
    ['f(\n    a,\n    x,\n)\n', 'f(\n    a,\n)\n'],
    ['f(\n    a,\n    x\n)\n', 'f(\n    a\n)\n'],
    ['f(\n    a,  # of a\n    x\n)\n', 'f(\n    a  # of a\n)\n'],
    [
      'f(\n    a,  # of a\n    # of x\n    x,  # x\n    # of c\n    c,\n)\n',
      'f(\n    a,  # of a\n    # of c\n    c,\n)\n',
    ],
    ['f(\n    a, x,\n    c,\n)\n', 'f(\n    a,\n    c,\n)\n'],
    ['f(\n    a, x,  # both\n    c,\n)\n', 'f(\n    a,  # both\n    c,\n)\n'],
    ['f(\n    x, b,\n    c,\n)\n', 'f(\n    b,\n    c,\n)\n'],
    ['f(x,\n  b,\n  c)\n', 'f(b,\n  c)\n'],
    ['f(x,  # of x\n  # of b\n  b)\n', 'f(\n  # of b\n  b)\n'],
    ['f(a,\n  x,\n  c)\n', 'f(a,\n  c)\n'],
    ['f(a,\n  b,\n  x)\n', 'f(a,\n  b)\n'],
    ['f(a,  # of a\n  x)\n', 'f(a  # of a\n)\n'],
    ['f(a,\r\n  x,\r\n  c)\r\n', 'f(a,\r\n  c)\r\n'],
    ['f(\n    # of all\n\n    x,\n    # end\n)\n', 'f(\n    # of all\n\n    # end\n)\n'],
    ['f(\n    # of x\n    x,\n)\n', 'f()\n'],
    ['y = [x]\n', 'y = []\n'],
    ['y = {x}\n', 'y = set()\n'],
    ['y = {x: 1}\n', 'y = {}\n'],
    ['y = {**x, a: 1}\n', 'y = {a: 1}\n'],
    ['y = (x, b)\n', 'y = (b,)\n'],
    ['y = (a, x)\n', 'y = (a,)\n'],
    ['y = (x,)\n', 'y = ()\n'],
    ['y = a, x\n', 'y = a,\n'],
    ['y = x, b\n', 'y = b,\n'],
    ['y = x,\n', 'y = ()\n'],
    ['y = (\n    a,\n    x\n)\n', 'y = (\n    a,\n)\n'],
    ['y = (\n    x,\n    b\n)\n', 'y = (\n    b,\n)\n'],
    ['y = (a, b, *x)\n', 'y = (a, b)\n'],
    ['y = a[x, b]\n', 'y = a[b]\n'],
    ['y = a[b, x]\n', 'y = a[b]\n'],
    ['y = a[x]\n', undefined],
    ['del a, x\n', 'del a\n'],
    ['del x,\nb\n', 'b\n'],
    ['import a, x as b, c\n', 'import a, c\n'],
    ['import x\na\n', 'a\n'],
    ['import a, \\\n    x\n', 'import a\n'],
    ['import x, \\\n    b\n', 'import b\n'],
    ['import a, \\\n    x, \\\n    c\n', 'import a, \\\n    c\n'],
    ['from m import x, b\n', 'from m import b\n'],
    ['from m import (x)\na\n', 'a\n'],
    ['from m import (\n    a,\n    x,\n)\n', 'from m import (\n    a,\n)\n'],
    ['from m import (\n    # of x\n    x,\n)\na; b\n', 'a; b\n'],
    ['if a: from m import x\n', 'if a: pass\n'],
    ['class A(x): pass\n', 'class A: pass\n'],
    ['class A (x): pass\n', 'class A: pass\n'],
    ['class A(x, metaclass=M): pass\n', 'class A(metaclass=M): pass\n'],
    ['class A(B, x=M): pass\n', 'class A(B): pass\n'],
    ['def f(x): pass\n', 'def f(): pass\n'],
    ['def f(x: int = 1, *, b): pass\n', 'def f(*, b): pass\n'],
    ['def f(a, *, x: int = 1): pass\n', 'def f(a): pass\n'],
    ['def f(a, *, x, **b): pass\n', 'def f(a, **b): pass\n'],
    ['def f(*, x): pass\n', 'def f(): pass\n'],
    ['def f(x, /): pass\n', 'def f(): pass\n'],
    ['def f(x, /, b): pass\n', 'def f(b): pass\n'],
    ['def f(a, x, /): pass\n', 'def f(a, /): pass\n'],
    ['def f(a, *x): pass\n', 'def f(a): pass\n'],
    ['def f(a, *x, b): pass\n', 'def f(a, *, b): pass\n'],
    ['def f(a, **x): pass\n', 'def f(a): pass\n'],
    ['y = lambda x: 1\n', 'y = lambda: 1\n'],
    ['y = lambda a, x=2: 1\n', 'y = lambda a: 1\n'],
    ['def f[x](): pass\n', 'def f(): pass\n'],
    ['def f[T: a, *x](): pass\n', 'def f[T: a](): pass\n'],
    ['with a, x as b: pass\n', 'with a: pass\n'],
    ['with (a as b, x,): pass\n', 'with (a as b,): pass\n'],
    ['with x: pass\n', undefined],
    ['def f():\n    global x\n    a\n', 'def f():\n    a\n'],
    ['def f():\n    global x, b\n', 'def f():\n    global b\n'],
    ['@d(x, a)\ndef f(): pass\n', '@d(a)\ndef f(): pass\n'],
    ['match a:\n    case (x, b): pass\n', 'match a:\n    case (b,): pass\n'],
    ['match a:\n    case b, x: pass\n', 'match a:\n    case b,: pass\n'],
    ['match a:\n    case [x]: pass\n', 'match a:\n    case []: pass\n'],
    ['match a:\n    case A(b, x=c): pass\n', 'match a:\n    case A(b): pass\n'],
    ['match a:\n    case {"k": 1, **r}: pass\n', 'match a:\n    case {**r}: pass\n'],
  ])('takes x out of %j: %j', (text, after) => {
    expect(remove(text, text.includes('"k"') ? '"k"' : 'x')).toBe(after);
  });

  it('leaves every other node of every list as it is', () => {
    let count = 0;
    for (const text of snippets) {
      const file = parsed(text);
      for (const item of nodesOf(file.tree, isItem)) {
        const edits = removeListItem(file, item);
        if (edits === undefined) continue;
        const after = apply(text, edits);
        const { items } = listOf(item);
        // What goes with the last item has a case of its own above.
        if (items.length < 2 || items.some(changesKinds)) {
          parsed(after);
          continue;
        }
        const wanted = shapeOf(file.tree, (node) => (node === item ? null : undefined));
        expect(shapeOf(parsed(after).tree), after).toBe(wanted);
        count++;
      }
    }
    expect(count).toBeGreaterThan(50);
  });

  it.each(Object.keys(kinds))('leaves the other items of %s and their comments, whatever the layout', (title) => {
    const [open, close, write, one] = kinds[title]!;
    fc.assert(
      fc.property(layouts, fc.nat(3), (layout, chosen) => {
        const gone = layout.names[chosen % layout.names.length]!;
        const rest = layout.names.filter((name) => name !== gone);
        fc.pre(one || rest.length > 0);
        const text = print(open, close, write, layout);
        const file = parsed(text);
        const item = nodesOf(file.tree, isItem).find(({ start }) => text.startsWith(gone, start))!;
        const after = apply(text, removeListItem(file, item)!);
        expect(shapeOf(parsed(after).tree), text).toBe(
          shapeOf(file.tree, (node) => (node === item ? null : undefined)),
        );
        const comments = (source: string): string[] => source.match(/# (?:above|behind) name_\w/g) ?? [];
        expect(comments(after), text).toEqual(comments(text).filter((comment) => !comment.endsWith(gone)));
        expect(after).toMatch(/^before\r?\n[\s\S]*\nafter\r?\n$/);
        if (layout.crlf) expect(after).not.toMatch(/[^\r]\n/);
        if (layout.lines) expect(after).not.toMatch(/\n[ \t]*\r?\n/);
      }),
      { numRuns: 150 },
    );
  });
});

const changesKinds = (item: Listed): boolean =>
  item.type === 'ParamStar' || item.type === 'ParamSlash' || (item.type === 'Param' && item.star === '*');

/** What stands before and behind the items, how one is written, and whether the only one may go. */
const kinds: Readonly<
  Record<string, readonly [open: string, close: string, write: (name: string) => string, one: boolean]>
> = {
  arguments: ['f(', ')', (name) => name, true],
  keywords: ['f(', ')', (name) => `${name}=(1)`, true],
  list: ['y = [', ']', (name) => name, true],
  dictionary: ['y = {', '}', (name) => `${name}: [1]`, true],
  parameters: ['def f(', '): pass', (name) => `${name}: int = 1`, true],
  imports: ['from m import (', ')', (name) => `${name} as b`, false],
  bases: ['class A(', '): pass', (name) => name, true],
  managers: ['with (', '): pass', (name) => `${name} as b`, false],
};

interface Layout {
  readonly names: readonly string[];
  readonly comments: readonly ('none' | 'above' | 'behind')[];
  readonly breaks: readonly boolean[];
  readonly lines: boolean;
  readonly trailing: boolean;
  readonly crlf: boolean;
}

const layouts: fc.Arbitrary<Layout> = fc.record({
  names: fc.integer({ min: 1, max: 4 }).map((count) => ['name_a', 'name_b', 'name_c', 'name_d'].slice(0, count)),
  comments: fc.array(fc.constantFrom('none', 'above', 'behind'), { minLength: 4, maxLength: 4 }),
  breaks: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
  lines: fc.boolean(),
  trailing: fc.boolean(),
  crlf: fc.boolean(),
});

/** With `lines` each item has its own line; else some lines are broken before an item. */
function print(open: string, close: string, write: (name: string) => string, layout: Layout): string {
  const { names, comments, breaks, lines, trailing, crlf } = layout;
  let text = open;
  for (const [at, name] of names.entries()) {
    if (lines) text += '\n    ';
    else if (at > 0) text += breaks[at] ? '\n    ' : ' ';
    if (lines && comments[at] === 'above') text += `# above ${name}\n    `;
    text += write(name);
    if (trailing || at < names.length - 1) text += ',';
    if (lines && comments[at] === 'behind') text += `  # behind ${name}`;
  }
  if (lines) text += '\n';
  const whole = `before\n${text}${close}\nafter\n`;
  return crlf ? whole.replaceAll('\n', '\r\n') : whole;
}
