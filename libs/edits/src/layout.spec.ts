import { describe, expect, it } from 'vitest';
import { beginsLine, endsLine, indentOf, isBlankLine, lineBreakOf, lineEnd, lineStart, nextLine } from './layout.ts';

describe('lines', () => {
  it.each([
    ['\n', 'a\n  b\n\nc'],
    ['\r\n', 'a\r\n  b\r\n\r\nc'],
    ['\r', 'a\r  b\r\rc'],
  ])('end with %j', (lineBreak, text) => {
    const b = text.indexOf('b');
    const blank = b + 1 + lineBreak.length;
    expect(lineBreakOf(text)).toBe(lineBreak);
    expect([lineStart(text, b), lineEnd(text, b), nextLine(text, b)]).toEqual([b - 2, b + 1, blank]);
    expect([indentOf(text, b), beginsLine(text, b), beginsLine(text, b - 1), endsLine(text, b + 1)]).toEqual([
      '  ',
      true,
      // In the middle of the indentation there is nothing but white space before it, too.
      true,
      true,
    ]);
    expect([isBlankLine(text, blank), isBlankLine(text, b), endsLine(text, b)]).toEqual([true, false, false]);
    expect(nextLine(text, text.indexOf('c'))).toBe(text.length);
  });

  it('begin behind a byte order mark', () => {
    expect(lineStart('\uFEFFa', 1)).toBe(1);
    expect(beginsLine('\uFEFFa', 1)).toBe(true);
    expect(indentOf('\uFEFF  a', 3)).toBe('  ');
  });

  const text = '\ufeffa\r\n  b\rc\n\n\f\td';
  const at = (word: string): number => text.indexOf(word);

  it('begin and end at every line break, also of several kinds in one text', () => {
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
