import { apply } from '@ffsd/edits';
import { describe, expect, it } from 'vitest';
import { parsed } from './find-in.ts';
import {
  beginsLine,
  endsLine,
  indentOf,
  isBlankLine,
  lineBreakOf,
  lineEnd,
  lineStart,
  nextLine,
  reindent,
} from './layout.ts';

describe('lines', () => {
  const text = '\ufeffa\r\n  b\rc\n\n\f\td';
  const at = (word: string): number => text.indexOf(word);

  it('begin and end at every line break of Python', () => {
    expect(['a', 'b', 'c', 'd'].map((word) => text.slice(lineStart(text, at(word)), lineEnd(text, at(word))))).toEqual([
      'a',
      '  b',
      'c',
      '\f\td',
    ]);
    expect(['a', 'b', 'c', 'd'].map((word) => nextLine(text, at(word)))).toEqual([4, 8, 10, text.length]);
  });

  it('know their white space', () => {
    expect(['a', 'b', 'd'].map((word) => indentOf(text, at(word)))).toEqual(['', '  ', '\f\t']);
    expect([beginsLine(text, at('b')), endsLine(text, at('b')), endsLine(text, at('b') + 1)]).toEqual([
      true,
      false,
      true,
    ]);
    expect([isBlankLine(text, at('c')), isBlankLine(text, at('c') + 2)]).toEqual([false, true]);
  });

  it.each([
    ['a', '\n'],
    ['a\r\nb\n', '\r\n'],
    ['a\rb', '\r'],
  ])('of %j end with %j', (source, found) => expect(lineBreakOf(source)).toBe(found));
});

describe('reindent', () => {
  it.each([
    ['lines', 'if x:\n    a\n    b\n\n    c\n', '    ', '', 'if x:\na\nb\n\nc\n'],
    ['lines to the right', 'a\nb\n', '', '  ', 'a\n  b\n'],
    ['lines from tabs to spaces', 'if x:\n\ta\n\tif b:\n\t\tc\n', '\t', '  ', 'if x:\n  a\n  if b:\n  \tc\n'],
    ['lines of brackets', 'a(\n    b,\n  c)\n', '    ', '', 'a(\nb,\nc)\n'],
    ['lines that are continued', 'a = \\\n      b\n', '    ', '', 'a = \\\n  b\n'],
    ['no lines of strings', 'a = """\n    b\n    """\n', '    ', '', 'a = """\n    b\n    """\n'],
    ['no lines of strings that are continued', "a = 'b\\\n    c'\n", '    ', '', "a = 'b\\\n    c'\n"],
    ['no lines of f-strings', 'a = f"""\n    {\n    b}\n    """\n', '    ', '', 'a = f"""\n    {\n    b}\n    """\n'],
    ['no comments at the left', '  a\n# b\n  c\n', '  ', '    ', '  a\n# b\n    c\n'],
  ])('moves %s', (_, text, from, to, after) => {
    // The text may stand in the middle of another, so it need not be a module.
    const source = /^ /.test(text) ? `if x:\n${text}` : text;
    const file = parsed(source);
    const moved = apply(source, reindent(file, source.length - text.length, source.length, from, to));
    expect(moved.slice(source.length - text.length)).toBe(after);
  });
});
