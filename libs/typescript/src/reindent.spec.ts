import { apply } from '@ffsd/edits';
import { describe, expect, it } from 'vitest';
import { isParsed, parse } from './parse.ts';
import { reindent } from './reindent.ts';

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
