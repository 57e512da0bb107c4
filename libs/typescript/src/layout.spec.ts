import { apply } from '@ffsd/edits';
import { describe, expect, it } from 'vitest';
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
import { isParsed, parse } from './parse.ts';

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
      false,
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

  it('are broken with \\n where the text has one line', () => expect(lineBreakOf('a')).toBe('\n'));
});

describe('reindent', () => {
  it.each([
    ['moves to the left', '{\n    a(\n      b,\n    );\n}', '    ', '  ', '{\n  a(\n    b,\n  );\n}'],
    ['moves to the right', '{\n  a();\n\n  b();\n}', '  ', '    ', '{\n    a();\n\n    b();\n}'],
    ['leaves blank lines', '{\n    a();\n   \n    b();\n}', '    ', '  ', '{\n  a();\n   \n  b();\n}'],
    ['knows tabs', '{\n\t\ta();\n}', '\t\t', '\t', '{\n\ta();\n}'],
    ['keeps line ends', '{\r\n    a();\r\n}', '    ', '  ', '{\r\n  a();\r\n}'],
    [
      'takes what there is from a line that is indented less',
      '{\n    a(\n   b);\n}',
      '    ',
      '  ',
      '{\n  a(\n  b);\n}',
    ],
    ['leaves a line that is not indented', '{\n    a(\nb);\n}', '    ', '  ', '{\n  a(\nb);\n}'],
    [
      'keeps the lines of a template',
      '{\n    a(`\n    b\n    `);\n    c();\n}',
      '    ',
      '',
      '{\na(`\n    b\n    `);\nc();\n}',
    ],
    ['moves the lines of comments', '{\n    /*\n     * a\n     */\n}', '    ', '  ', '{\n  /*\n   * a\n   */\n}'],
    ['does nothing where nothing moves', '{\n  a();\n}', '  ', '  ', '{\n  a();\n}'],
  ])('%s', (_, text, from, to, after) => {
    const file = parse('a.ts', text);
    if (!isParsed(file)) throw new Error(file.message);
    expect(apply(text, reindent(file, 0, text.length - 1, from, to))).toBe(after);
  });
});
